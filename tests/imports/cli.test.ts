import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openEmbedded } from '../../server/db/embedded.ts';
import { administer } from '../helpers/engines.ts';
import { fileOf } from './import-file.ts';

interface Said {
  readonly code: number;
  readonly text: string;
}

/** The command as a person types it, its output not on a terminal. */
function command(env: Record<string, string>, ...words: string[]): Promise<Said> {
  return new Promise((resolve) => {
    const { DATABASE_URL: _, DATA_DIR: __, ...inherited } = process.env;
    execFile(
      process.execPath,
      ['--import', 'tsx', 'server/imports/cli.ts', ...words],
      { env: { ...inherited, ...env }, timeout: 200_000 },
      (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }),
    );
  });
}

const folder = mkdtempSync(join(tmpdir(), 'kp-cli-'));
const data = { DATA_DIR: join(folder, 'db') };
const name = `kp_cli_${process.pid}`;
const rows = Array.from({ length: 30 }, (_, n) => `2024-01-01,Rån,${n < 5 ? 15 + n / 100 : ''},59\n`).join('');

describe('npm run import', () => {
  let path: string;
  beforeAll(async () => {
    cpSync(inject('embeddedTemplate'), data.DATA_DIR, { recursive: true });
    await administer(`create database ${name} template kp_template`);
    path = fileOf('brott.csv', `datum,typ,lon,lat\n${rows}`);
  });
  afterAll(async () => {
    await administer(`drop database ${name} with (force)`);
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells what it did in Swedish, the first twenty refused rows, and where all of them are', async () => {
    const said = await command(data, 'incidents', path);
    expect(said.code).toBe(0);
    expect(said.text).toMatch(/Kamerapunkt läser in brott och händelser/);
    expect(said.text).toMatch(/lästa +30\n +nya +5\n +ändrade +0\n +oförändrade +0\n +borttagna +0\n +avvisade +25\n/);
    expect(said.text).toMatch(/16,7\s% av raderna har användbara koordinater/);
    expect(said.text).toMatch(/Avvisade rader \(de första 20 av 25\):\n {2}rad 7, position ”– 59”: läge saknas\n/);
    const file = join(path, '..', 'brott.avvisade.csv');
    expect(said.text).toContain(file);
    expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(26);
    expect([...said.text].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
  });

  it('says how a file is understood, and what it would change, before anything is published', async () => {
    const told = await command(data, 'look', path);
    expect(told).toMatchObject({ code: 0 });
    expect(told.text).toMatch(/Slag: incidents \(brott och händelser \(punkter\)/);
    expect(told.text).toMatch(/ {2}time \(tidpunkt\) = datum {3}2024-01-01/);
    const more = fileOf('mer.csv', `datum,typ,lon,lat\n${rows}2024-02-01,Rån,15.5,59\n`);
    const trial = await command(data, 'incidents', more, 'source=brott', 'publish=no');
    expect(trial.text).toMatch(/nya +1\n/);
    expect(trial.text).toMatch(/Ingenting är publicerat/);
    expect((await command(data, 'incidents', more, 'source=brott', 'publish=no')).text).toMatch(/nya +1\n/);
  });

  it('speaks English when asked, on PostgreSQL too, and puts the refused rows where it is told', async () => {
    const refused = join(folder, 'refused.csv');
    const said = await command(
      { DATABASE_URL: inject('clusterUrl').replace(/postgres$/, name) },
      'incidents',
      path,
      '--lang=en',
      `refused=${refused}`,
    );
    expect(said.code).toBe(0);
    expect(said.text).toMatch(/Database: PostgreSQL/);
    expect(said.text).toMatch(/row 7, position "– 59": there is no position/);
    expect(readFileSync(refused, 'utf8')).toMatch(/"row";"field";"value";"reason"/);
  });

  it('says plainly to stop a server that holds the database', async () => {
    const driver = await openEmbedded(data.DATA_DIR);
    try {
      // This process holds it, so the child sees another living one.
      const said = await command(data, 'incidents', path);
      expect(said.code).toBe(1);
      expect(said.text).toContain(`(process ${process.pid})`);
      expect(said.text).toMatch(/Stoppa servern först/);
    } finally {
      await driver.close();
    }
  });

  it('says what it takes before it opens any database', async () => {
    const none = { DATA_DIR: join(folder, 'never') };
    expect((await command(none)).text).toMatch(/Användning: npm run import -- <slag> <fil>/);
    expect(await command(none, 'brott', path)).toMatchObject({
      code: 1,
      text: expect.stringMatching(
        /Slaget ”brott” finns inte. Välj ett av: areas, survey, incidents, cameras, planned-mounts, population, .*osm/,
      ) as string,
    });
    expect((await command(none, 'incidents', 'finns-inte.csv')).text).toMatch(/Filen finns-inte.csv finns inte/);
    expect((await command(none, 'incidents', path, 'foo=1')).text).toMatch(/”foo=1” förstås inte/);
    expect((await command(none, 'incidents', path, 'what=allt')).text).toMatch(
      /”allt” går inte att välja för vad raderna är. Ange ett av: recorded_crime, own_incidents, .*Skriv what=/,
    );
    expect(existsSync(none.DATA_DIR)).toBe(false);
  });

  it('fails with a sentence and writes nothing when the file is cut off', async () => {
    const cut = fileOf('kapad.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","prop');
    const said = await command(data, 'areas', cut);
    expect(said.code).toBe(1);
    expect(said.text).toMatch(/Filen är avklippt eller skadad/);
    expect(said.text).toMatch(/Ingenting av filen är inläst/);
  });
});
