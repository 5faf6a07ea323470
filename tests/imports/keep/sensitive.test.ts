import { describe, expect, it } from 'vitest';
import { notStored } from '../../../server/imports/keep/not-stored.ts';
import { maybeSensitive, sensitiveGroupOf } from '../../../server/imports/keep/sensitive.ts';

describe('sensitive crimes', () => {
  it.each([
    ['Våldtäkt', '', 'sexual'],
    ['Våldtäkt, försök', '', 'sexual'],
    ['Sexuellt ofredande, blottning', '', 'sexual'],
    ['SEXUALBROTT', '', 'sexual'],
    ['Köp av sexuell tjänst', '', 'sexual'],
    ['rape', 'street', 'sexual'],
    ['Brott mot brottsbalken, 3-7 kap. Brott mot person, 6 kap. Sexualbrott', '', 'sexual'],
    ['Grov kvinnofridskränkning', '', 'close_relation'],
    ['Misshandel mot närstående', '', 'close_relation'],
    ['Våld i nära relation', '', 'close_relation'],
    ['Relationsvåld', '', 'close_relation'],
    ['domestic battery simple', '', 'close_relation'],
    ['Bostadsinbrott', '', 'dwelling'],
    ['Inbrott i villa', '', 'dwelling'],
    ['Stöld genom inbrott i lägenhet', '', 'dwelling'],
    ['Hemfridsbrott', '', 'dwelling'],
    ['Residential burglary', '', 'dwelling'],
    ['aggravated assault', 'residence / house', 'dwelling'],
    ['theft', 'apartment', 'dwelling'],
    ['theft', 'apartment parking lot', null],
    ['theft', 'road / street / sidewalk', null],
    ['Misshandel', '', null],
    ['Inbrott i bil', '', null],
    ['Narkotikabrott', '', null],
    ['Ofredande', '', null],
    ['Violence and sexual offences', '', null],
    ['', '', null],
  ])('"%s" at "%s": %s', (category, place, group) => expect(sensitiveGroupOf(category, place)).toBe(group));

  it('may hide in whole classes, which are told', () => {
    expect(maybeSensitive('Violence and sexual offences')).toEqual(['sexual', 'close_relation']);
    expect(maybeSensitive('Burglary')).toEqual(['dwelling']);
    expect(maybeSensitive('Stöld/inbrott')).toEqual(['dwelling']);
    expect(maybeSensitive('Misshandel')).toEqual([]);
  });
});

describe('columns that are not stored', () => {
  it('are known by their headings, but for those that the kind takes', () => {
    const header = [
      'Diarienr',
      'Datum',
      'Gatuadress',
      'Målsägande',
      'Brott',
      'Fritext',
      'Personnummer',
      'Telefon',
      'Namn',
    ];
    expect(notStored(header, [], new Set([1, 4, 8]))).toEqual([
      { heading: 'Diarienr', holds: 'case_number' },
      { heading: 'Gatuadress', holds: 'address' },
      { heading: 'Målsägande', holds: 'name' },
      { heading: 'Fritext', holds: 'free_text' },
      { heading: 'Personnummer', holds: 'person' },
      { heading: 'Telefon', holds: 'contact' },
    ]);
  });

  it('are known by their sentences when nobody knows the heading', () => {
    const rows = [
      ['1', 'Två män grälade utanför butiken och lämnade sedan platsen.'],
      ['2', ''],
    ];
    expect(notStored(['löpnr', 'vad'], rows, new Set())).toEqual([{ heading: 'vad', holds: 'free_text' }]);
    expect(notStored(['löpnr', 'vad'], [['1', 'Bråk']], new Set())).toEqual([]);
  });

  it('are found in the files of real sources', () => {
    const police = ['Crime ID', 'Month', 'Longitude', 'Latitude', 'Location', 'LSOA code', 'Crime type', 'Context'];
    expect(notStored(police, [], new Set([1, 2, 3, 6])).map(({ heading }) => heading)).toEqual([
      'Crime ID',
      'Location',
      'Context',
    ]);
  });
});
