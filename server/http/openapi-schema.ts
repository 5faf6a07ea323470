/** A JSON schema as routes carry them: TypeBox's, or written by hand. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What OpenAPI 3.0.3 lets a schema say, of what our routes use. */
const allowed = new Set([
  'title',
  'multipleOf',
  'maximum',
  'minimum',
  'maxLength',
  'minLength',
  'pattern',
  'maxItems',
  'minItems',
  'uniqueItems',
  'maxProperties',
  'minProperties',
  'required',
  'enum',
  'type',
  'description',
  'format',
  'default',
  'nullable',
]);

/**
 * A JSON schema in the words of OpenAPI 3.0.3, which knows no `const`, no list of types, no type `null`, and an
 * `exclusiveMinimum` that is true or false. What it cannot say is left out: the document describes, the server checks.
 */
export function toOpenApiSchema(schema: JsonSchema): JsonSchema {
  const alternatives = (schema['anyOf'] ?? schema['oneOf']) as readonly JsonSchema[] | undefined;
  if (alternatives) return withAlternatives(schema, alternatives);
  if (Array.isArray(schema['type'])) {
    const types = schema['type'] as readonly string[];
    return withAlternatives(
      schema,
      types.map((type) => ({ ...schema, type })),
    );
  }
  const said: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(schema)) if (allowed.has(word)) said[word] = value;
  if ('const' in schema) said['enum'] = [schema['const']];
  for (const edge of ['Minimum', 'Maximum'] as const) {
    const value = schema[`exclusive${edge}`];
    if (typeof value !== 'number') continue;
    said[edge.toLowerCase()] = value;
    said[`exclusive${edge}`] = true;
  }
  if (schema['items']) said['items'] = toOpenApiSchema(schema['items'] as JsonSchema);
  if (schema['allOf']) said['allOf'] = (schema['allOf'] as readonly JsonSchema[]).map(toOpenApiSchema);
  if (schema['properties']) said['properties'] = ofEach(schema['properties'] as Readonly<Record<string, JsonSchema>>);
  const others =
    schema['additionalProperties'] ?? Object.values((schema['patternProperties'] as object | undefined) ?? {})[0];
  if (others !== undefined)
    said['additionalProperties'] = typeof others === 'boolean' ? others : toOpenApiSchema(others as JsonSchema);
  return said;
}

function ofEach(schemas: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toOpenApiSchema(schema)]));
}

function withAlternatives(schema: JsonSchema, alternatives: readonly JsonSchema[]): JsonSchema {
  const description = schema['description'] === undefined ? {} : { description: schema['description'] };
  const real = alternatives.filter(({ type }) => type !== 'null');
  const nullable = real.length < alternatives.length ? { nullable: true } : {};
  // Several constants are one list of values.
  if (real.length > 1 && real.every((one) => 'const' in one))
    return { type: real[0]!['type'], enum: real.map((one) => one['const']), ...description, ...nullable };
  if (real.length === 1) return { ...toOpenApiSchema(real[0]!), ...description, ...nullable };
  return { anyOf: real.map(toOpenApiSchema), ...description, ...nullable };
}
