import type { Words } from '../words.ts';

/** The legend: the layers' names and what each sign means. */
export const legend: Words['legend'] = {
  layers: {
    survey: 'Safety survey',
    areas: 'Area borders',
    'crime-density': 'Recorded crime',
    coverage: 'Coverage',
    interventions: 'Other measures',
    places: 'Places',
    masts: 'Poles and masts',
    'planned-mounts': 'Camera points',
    cameras: 'Cameras',
  },
  items: {
    cameraStatuses: 'In operation, planned, off',
    cameraKinds: 'Fixed, dome, steerable',
    cameraBearing: 'Bearing known, not known',
    masked: 'Secret: in this square, exact position not shown',
    coverage: 'What cameras in operation see',
    coveragePlanned: 'What planned cameras would see',
    mountRanked: 'Camera point with priority',
    mountUnranked: 'Camera point without priority',
    mountDone: 'Camera point, mounted or in operation',
    surveyIndex: '0 nearly no problem, 6 alarming. Above 2.10 is a high general level of problems.',
    surveyTooFew: 'Too few answers',
    surveyMissing: 'No figure',
    areaBorder: 'Border between areas',
    place: 'Place of a certain kind',
    mastPower: 'Pole or mast with power',
    mast: 'Pole or mast, power missing or not known',
    intervention: 'Another measure at the place',
  },
  densityTitle: (period) => `Recorded crime, ${period}`,
  ownIncidentsTitle: (period) => `Incidents, ${period}`,
  densityUnit: 'per km², smoothed. Shown only where at least five crimes are behind it.',
};
