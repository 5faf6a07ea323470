/** One example a kind of file, in the order in which they build on each other: as in docs/import.md, which a test holds them to. */
export const importCommands = {
  osm: 'npm run import -- osm utdrag.osm.pbf',
  areas: 'npm run import -- areas delomraden.gpkg set=delomraden',
  survey: 'npm run import -- survey trygghet.csv set=delomraden',
  incidents: 'npm run import -- incidents brott.csv.gz',
  cameras: 'npm run import -- cameras kameror.csv organisation=park',
  'planned-mounts': 'npm run import -- planned-mounts kp.csv organisation=polisen authority=Polismyndigheten',
} as const;

export const importKinds = Object.keys(importCommands) as (keyof typeof importCommands)[];
