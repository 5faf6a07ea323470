// `npm start` and the way every script of ours begins: nothing is needed before it but Node and the checkout.
import { ensureInstalled } from './setup/install.mjs';

await ensureInstalled();
const { ensureBuilt } = await import('./setup/build-web.mjs');
await ensureBuilt();
const { register } = await import('tsx/esm/api');
register();
await import('./main.ts');
