/** GET /api/instance: what the sign-in page may say before anybody has signed in. */
export interface Instance {
  /** The municipality's name. */
  readonly name: string;
  /** True for the invented municipality: the ribbon says so. */
  readonly example: boolean;
  /** The installation's today, ISO date: 2026-10-01 in the example, else the clock's. */
  readonly today: string;
  readonly engine: 'postgres' | 'embedded';
  /** Opening view, WGS84: [west, south, east, north]; null when nothing is loaded. */
  readonly bounds: readonly [number, number, number, number] | null;
  /** Only in the example municipality: who one can sign in as. */
  readonly demoAccounts: readonly {
    readonly username: string;
    readonly password: string;
    readonly name: string;
    readonly role: Role;
    readonly organisation: string;
  }[];
  readonly basemapStyleUrl: string | null;
  readonly basemapWmsUrl: string | null;
}

export type Role = 'planner' | 'liaison' | 'analyst' | 'reviewer' | 'administrator' | 'fitter';

/** GET, POST /api/session. POST takes { username, password }; DELETE signs out (204). */
export interface Session {
  readonly account: {
    readonly id: string;
    readonly username: string;
    readonly name: string;
    readonly role: Role;
    readonly locale: 'sv' | 'en';
    readonly organisation: {
      readonly id: string;
      readonly code: string;
      readonly nameSv: string;
      readonly nameEn: string;
      readonly kind: string;
    };
  };
  /** In force now. Empty while `asUncleared`. */
  readonly clearances: readonly {
    readonly scope: 'organisation' | 'list' | 'subject';
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
  /** What this account may do, decided on the server; the interface disables with a reason what is false. */
  readonly may: {
    readonly createSite: boolean;
    readonly rankMounts: boolean;
    readonly runSuggestions: boolean;
    readonly exportReports: boolean;
    readonly readLog: boolean;
    /** Choose how long points of crimes stay, and which sensitive groups may be read in. */
    readonly keepRules: boolean;
    /** Kinds of files that the account may bring in: some, or none. */
    readonly importData: boolean;
  };
}
