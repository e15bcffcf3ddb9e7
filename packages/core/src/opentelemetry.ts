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
  /** Tracer that creates the spans. Default: the tracer of your OpenTelemetry SDK. */
  readonly tracer?: Tracer | undefined
  /** Meter that records the metrics. Default: the meter of your OpenTelemetry SDK. */
  readonly meter?: Meter | undefined
  /**
   * The `baseUrl` of the client, if you set one. Its host and port become the attributes `server.address` and
   * `server.port` of spans and metrics.
   */
  readonly baseUrl?: string | undefined
}

export interface ClientTelemetry {
  /**
   * Listener for the option `onEvent` of `createClient`. It records a span and a duration for each attempt, and counts
   * retries.
   */
  readonly onEvent: NonNullable<ClientConfig['onEvent']>
  /**
   * Wraps a client. The wrapped client records a span for each call. The span of each attempt (an HTTP request of the
   * call) becomes a child of the call's span.
   */
  readonly trace: (client: Client) => Client
}

/**
 * Creates a listener and a wrapper that record spans and metrics of a client with OpenTelemetry.
 *
 * Spans and metrics have these attributes:
 * - the attributes of OpenTelemetry's conventions for HTTP clients: `http.request.method`, `server.address`,
 *   `url.template`, `http.response.status_code` and `error.type`;
 * - `wecom.endpoint`, the name of the endpoint;
 * - `wecom.errcode`, if WeCom refused the call.
 *
 * Spans and metrics contain no parameter, result, errmsg, token or id of a person.
 *
 * There are two metrics: `wecom.client.attempt.duration` in seconds, and `wecom.client.retries`, a count.
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
  /**
   * Spans of the attempts that have started but not ended. The key is the `callId`, because a call has at most one such
   * attempt at a time.
   */
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

function close(span: Span, outcome: Attributes): void {
  span.setAttributes(outcome)
  // No description: error messages repeat texts of WeCom, which may contain names of people.
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

function errorType(error: AnyWeComError): string {
  // OpenTelemetry's conventions require that `error.type` has few different values.
  if (error.kind === 'api') return String(error.errcode)
  if (error.kind === 'http') return String(error.status)
  return (error.kind === 'network' && error.code) || error.kind
}

function readServer(baseUrl: string): Attributes {
  // A path alone: the browser uses the server from which it loaded the page.
  if (!URL.canParse(baseUrl)) return {}
  const { hostname, port, protocol } = new URL(baseUrl)
  return { 'server.address': hostname, 'server.port': Number(port) || (protocol === 'https:' ? 443 : 80) }
}
