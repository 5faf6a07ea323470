import type { Session } from '#core/wire/instance.ts';
import type { PlannedMount } from '#core/wire/mounts.ts';
import type { AccessToken } from '#core/wire/overlay.ts';
import type { Camera, NewCamera, NewSite, Site, SiteStage } from '#core/wire/sites.ts';
import type { SuggestionRequest, SuggestionRun } from '#core/wire/suggestions.ts';
import { ask } from './client.ts';

/** Every write, as a plain function. Each throws ApiError; a conflict carries what is stored in `problem.current`. */
export const commands = {
  signIn: (username: string, password: string) =>
    ask<Session>('/api/session', { method: 'POST', body: { username, password } }),
  signOut: () => ask<void>('/api/session', { method: 'DELETE' }),

  createSite: (site: NewSite) => ask<Site>('/api/sites', { method: 'POST', body: site }),
  changeSite: (id: string, rowVersion: number, change: SiteChange) =>
    ask<Site>(`/api/sites/${id}`, { method: 'PATCH', body: { rowVersion, ...change } }),
  setSiteOpened: (id: string, rowVersion: number, opened: boolean) =>
    ask<Site>(`/api/sites/${id}/${opened ? 'open' : 'close'}`, { method: 'POST', body: { rowVersion } }),
  deleteSite: (id: string) => ask<void>(`/api/sites/${id}`, { method: 'DELETE' }),

  createCamera: (siteId: string, camera: NewCamera) =>
    ask<Camera>(`/api/sites/${siteId}/cameras`, { method: 'POST', body: camera }),
  changeCamera: (id: string, rowVersion: number, camera: NewCamera) =>
    ask<Camera>(`/api/cameras/${id}`, { method: 'PATCH', body: { ...camera, rowVersion } }),
  deleteCamera: (id: string) => ask<void>(`/api/cameras/${id}`, { method: 'DELETE' }),

  rankMount: (id: string, rowVersion: number, priority: number | null, reason: string | null) =>
    ask<PlannedMount>(`/api/planned-mounts/${id}/priority`, { method: 'PUT', body: { rowVersion, priority, reason } }),

  startSuggestionRun: (request: SuggestionRequest) =>
    ask<SuggestionRun>('/api/suggestion-runs', { method: 'POST', body: request }),
  cancelSuggestionRun: (id: string) => ask<void>(`/api/suggestion-runs/${id}`, { method: 'DELETE' }),
  keepSuggestion: (runId: string, rank: number, name: string) =>
    ask<Site>(`/api/suggestion-runs/${runId}/suggestions/${rank}/keep`, { method: 'POST', body: { name } }),

  createToken: (name: string, days: number) =>
    ask<AccessToken>('/api/tokens', { method: 'POST', body: { name, days } }),
  revokeToken: (id: string) => ask<void>(`/api/tokens/${id}`, { method: 'DELETE' }),
};

export interface SiteChange {
  readonly name?: string;
  readonly purpose?: string;
  readonly placeType?: string | null;
  readonly stage?: SiteStage;
  readonly position?: NewSite['position'];
}
