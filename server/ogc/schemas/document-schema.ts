/** A JSON document whose shape an OGC standard lays down. */
export function documentSchema(operationId: string, summary: string) {
  return {
    tags: ['ogc'],
    operationId,
    summary,
    querystring: { type: 'object', properties: { f: { type: 'string', enum: ['json'] } } },
    response: { 200: { type: 'object', additionalProperties: true, description: summary } },
  };
}
