import {
  type Attributes,
  type Meter,
  metrics,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api'
import type { Client, ClientConfig } from './client/types.ts'
import { type AnyWeComError, isWeComError } from './errors/isWeComError.ts'
import type { ClientEvent, RequestEvent } from './events/ClientEvent.ts'
import { version } from './version.ts'

export interface OpenTelemetryOptions {
  /** Default: the one that your OpenTelemetry SDK registered. */
  readonly tracer?: Tracer | undefined
  /** Default: the one that your OpenTelemetry SDK registered. */
  readonly meter?: Meter | undefined
  /** The `baseUrl` of the client, if you set one: for `server.address` and `server.port`. */
  readonly baseUrl?: string | undefined
}

export interface ClientTelemetry {
  /** Pass it to `createClient`. It records a span and a duration for each attempt, and counts retries. */
  readonly onEvent: NonNullable<ClientConfig['onEvent']>
  /** Wraps a client, so that each call has a span. The spans of its attempts are below it. */
  readonly trace: (client: Client) => Client
}

/**
 * Records spans and metrics of a client with OpenTelemetry.
 *
 * Spans and metrics have the attributes of the conventions for HTTP clients (`http.request.method`, `server.address`,
 * `url.template`, `http.response.status_code`, `error.type`), `wecom.endpoint` and, if WeCom refused, `wecom.errcode`.
 * They hold no parameter, result, errmsg, token or id of a person.
 *
 * Metrics: `wecom.client.attempt.duration` in seconds, and `wecom.client.retries`.
 *
 * @example
 * const telemetry = openTelemetry()
 * const client = telemetry.trace(createClient({ token, onEvent: telemetry.onEvent }))
 */
export function openTelemetry({
  tracer = trace.getTracer('@wecom/core', version),
  meter = metrics.getMeter('@wecom/core', version),
  baseUrl = 'https://qyapi.weixin.qq.com',
}: OpenTelemetryOptions = {}): ClientTelemetry {
  const server = readServer(baseUrl)
  const duration = meter.createHistogram('wecom.client.attempt.duration', {
    description: 'Duration of one HTTP request of a call, answer included.',
    unit: 's',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] },
  })
  const retries = meter.createCounter('wecom.client.retries', {
    description: 'Calls that were sent again, after a failure or with a new token.',
    unit: '{retry}',
  })
  /** Attempts under way, by `callId`: a call has one at a time. */
  const open = new Map<string, { span: Span; attributes: Attributes }>()

  const begin = (event: RequestEvent): void => {
    const { method, path, callId, endpoint, attempt } = event
    const attributes = { 'http.request.method': method, 'url.template': path, 'wecom.endpoint': endpoint, ...server }
    const span = tracer.startSpan(`${method} ${path}`, { kind: SpanKind.CLIENT, attributes })
    if (attempt > 1) span.setAttribute('http.request.resend_count', attempt - 1)
    open.set(callId, { span, attributes })
  }
  const end = (callId: string, durationMs: number, outcome: Attributes): void => {
    const attempt = open.get(callId)
    if (!attempt) return
    open.delete(callId)
    duration.record(durationMs / 1000, { ...attempt.attributes, ...outcome })
    close(attempt.span, outcome)
  }

  const onEvent = (event: ClientEvent): void => {
    switch (event.type) {
      case 'request':
        begin(event)
        break
      case 'response':
        end(event.callId, event.durationMs, { 'http.response.status_code': 200 })
        break
      case 'failure':
        end(event.callId, event.durationMs, describe(event.error))
        break
      case 'retry':
      case 'refresh':
        retries.add(1, {
          'wecom.endpoint': event.endpoint,
          'wecom.retry.reason': event.type === 'refresh' ? 'token' : 'failure',
          'error.type': errorType(event.error),
        })
        break
      case 'mismatch':
      case 'store-failure':
        trace.getActiveSpan()?.addEvent(`wecom.${event.type}`, { 'wecom.endpoint': event.endpoint })
        break
    }
  }

  return {
    onEvent,
    trace: (client) => ({
      request: (endpoint, params, options) =>
        tracer.startActiveSpan(endpoint.name, { attributes: { 'wecom.endpoint': endpoint.name } }, async (span) => {
          try {
            const result = await client.request(endpoint, params, options)
            close(span, {})
            return result
          } catch (error) {
            close(span, isWeComError(error) ? describe(error) : { 'error.type': '_OTHER' })
            throw error
          }
        }),
    }),
  }
}

/** Ends a span. Its status has no description, because messages repeat texts of WeCom, which may name people. */
function close(span: Span, outcome: Attributes): void {
  span.setAttributes(outcome)
  if ('error.type' in outcome) span.setStatus({ code: SpanStatusCode.ERROR })
  span.end()
}

function describe(error: AnyWeComError): Attributes {
  const attributes: Attributes = { 'error.type': errorType(error) }
  if (error.kind === 'api') attributes['wecom.errcode'] = error.errcode
  if (error.kind === 'http' || error.kind === 'response') attributes['http.response.status_code'] = error.status
  // WeCom's refusals have status 200.
  if (error.kind === 'api') attributes['http.response.status_code'] = 200
  return attributes
}

/**
 * Returns one of few values, as the conventions require: an errcode, an HTTP status, a code of the runtime, or the kind
 * of failure.
 */
function errorType(error: AnyWeComError): string {
  if (error.kind === 'api') return String(error.errcode)
  if (error.kind === 'http') return String(error.status)
  return (error.kind === 'network' && error.code) || error.kind
}

/** Returns host and port. Only the page knows the server of a `baseUrl` that is just a path. */
function readServer(baseUrl: string): Attributes {
  if (!URL.canParse(baseUrl)) return {}
  const { hostname, port, protocol } = new URL(baseUrl)
  return { 'server.address': hostname, 'server.port': Number(port) || (protocol === 'https:' ? 443 : 80) }
}
