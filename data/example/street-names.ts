/** First halves of street names by theme; each district draws from its own. */
const centre =
  'Kyrko Slotts Köpman Trädgårds Drottning Ny Smedje Repslagar Garvar Bagar Präst Skol Bryggar Apotekar Post Hantverkar Borgmästar Rådmans Kloster Linné Vasa Tunnbindar Teater Badhus Sadelmakar Färgar Kopparslagar Handskmakar Krukmakar Guldsmeds Glasmästar Torg Fisk Norrtulls Öster Väster Sten Hållplats Magasins Gjutar Sockerbagar Vattu Kanal Brunns Källar Ring Fabriks Sjukhus Lasaretts Biblioteks Rosen Lilla Västan Östan';
const trees =
  'Björk Tall Gran Lönn Ask Alm Rönn Hägg Ek Lind Asp Sälg Al Hassel Bok Oxel Poppel Lärk Pil Syren Idegrans Hagtorns Slån Brakved Enbärs Avenboks Körsbärs Päron Plommon Äppel';
const birds =
  'Lärk Sparv Tärn Trast Tran Ärl Ugle Hök Falk Glad Mes Fink Svan And Gås Stork Svalr Gök Spett Skat Kråk Kaj Vip Beckasin Näktergals Rödhake Sidensvans Domherre Steglits Bofinks Morkulle Orr Tjäder Rip';
const flowers =
  'Ros Lilje Viol Klöver Blåklints Vallmo Prästkrage Smörblomme Timjan Salvie Lavendel Nejlik Pion Tulpan Krokus Snödropps Vitsippe Blåsippe Gullvive Förgätmigej Ängs Ljung Kamomill Kungsljus Mynta Malva Riddarsporre Akleje Näckros Iris';
const grains =
  'Vete Råg Havre Korn Lin Hump Hö Halm Skörde Lie Plog Harv Såning Betes Vall Åker Tröske Logr Lade Kvarnstens Mjöl Säckr Tegs Lycke Gärdes Träde Foder Stack';
const crafts =
  'Svets Fräs Svarv Borr Hammar Städ Valsverks Gjuteri Verktygs Maskin Montör Elektriker Lager Terminal Truck Transport Logistik Plåt Rör Snickar Smides Ång Kraft Turbin Generator Kabel Kugghjuls Bult Mutter Stål Järn Koppar';
const water =
  'Kaj Ankar Segel Mast Lots Fyr Brygg Skepps Varvs Båtsmans Skeppar Tross Roder Köl Däck Hamn Vass Strand Abborr Gädd Sik Gös Braxen Öring Lax Ål Mört Lak Näck Sjö';
const faith =
  'Klockar Kyrkby Prost Präst Kantor Kyrkherde Sockenstu Tiondelada Klocktorns Kapell Prostgårds Bonde By Gamla Sockel Mur Valv Altar Psalm Mäss Kors Helgeands Ringar Vigvatten';
const stones =
  'Granit Gnejs Kvarts Fältspats Marmor Skiffer Sandstens Kalkstens Glimmer Basalt Porfyr Berg Klipp Häll Block Rösr Ås Brant Backe Krön Topp Dal Ravin Hygges Timmer Stock Kol Milr Tjär Mosse Stig';

const themes: Record<string, string> = {
  Centrum: centre,
  Kyrkbyn: faith,
  Västermark: `${flowers} ${stones}`,
  Björkbacken: trees,
  Norrgärdet: crafts,
  Ekhagen:
    'Ekorr Ekollon Eklövs Ekstams Räv Grävlings Hjort Rådjurs Älg Hare Lo Järv Mård Vessl Utter Bäver Igelkotts Ekhage Hagmarks Nöt Löv Gläntr Mossr Svampr Kantarell',
  Kvarngärdet: grains,
  Rosenäng:
    'Rosenängs Törnros Nypon Rosenknopps Kantats Sonat Menuett Symfoni Kör Visr Vals Polskr Fiol Cello Flöjt Harp Trumpet Klarinett Tons Noter Refräng Ballad Marsch',
  Lugnvik: water,
  Hamnen:
    'Styrmans Matros Kapten Maskinist Lastar Kran Tull Sjömans Skonar Brigg Galeas Jakt Pråm Bogser Ångbåts Salt Tjär Spannmåls Timmerhamns Kols Barlast Redar Kompass Sextant Lod Logg Kikar',
  Söderhaga: `${birds} Hag Grind Gärdsgårds Stengärds Betesmarks Ladugårds Mejeri Mjölk Ost Smör Kalv Lamm Föl Får Get`,
  Tallåsen:
    'Tallås Kott Barr Kåd Furu Fur Storskogs Granbacks Lingon Blåbärs Hallon Odon Tranbärs Hjortron Smultron Björnbärs Skogsstjärne Linnea Pyrola Renlavs Kolar Torpar Dalkarls Finnmarks',
};

const endings: Record<string, readonly string[]> = {
  centre: ['gatan', 'gränd'],
  old: ['gatan', 'gränd', 'vägen'],
  villa: ['vägen', 'stigen', 'backen'],
  rows: ['gatan', 'vägen', 'stigen'],
  estate: ['gatan', 'gången', 'vägen'],
  industry: ['vägen', 'gatan'],
  harbour: ['gatan', 'vägen'],
  commercial: ['gatan', 'vägen'],
};

/** Gives each street of a zone a name that no other street has, nor is taken; null once a district's names are used up. */
export function streetNamer(taken: readonly string[]): (district: string, use: string) => string | null {
  const used = new Set(taken);
  return (district, use) => {
    for (const ending of endings[use] ?? ['vägen']) {
      for (const half of (themes[district] ?? trees).split(' ')) {
        const name = half + ending;
        if (used.has(name)) continue;
        used.add(name);
        return name;
      }
    }
    return null;
  };
}
