import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { Clock } from '../db/clock.ts';
import type { Gate } from '../db/gate.ts';
import type { Config } from '../config.ts';

/** What routes are given; handed on by hand, never hidden in a decorator. */
export interface Deps {
  readonly gate: Gate;
  readonly clock: Clock;
  readonly config: Config;
}

/** The Fastify instance with TypeBox schemas: a handler's return is checked against its response. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;
