import { AsyncLocalStorage } from 'node:async_hooks'
import { inspect } from 'node:util'
import { type Context, context, type ContextManager, metrics, ROOT_CONTEXT, SpanKind, trace } from '@opentelemetry/api'
import {
  AggregationTemporality,
  type HistogramMetricData,
  InMemoryMetricExporter,
  MeterProvider,
  type MetricData,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Client, ClientConfig } from './client/types.ts'
import { type ClientTelemetry, openTelemetry, type OpenTelemetryOptions } from './opentelemetry.ts'
import { createTestClient, type ScriptedAnswer } from './testing/createTestClient.ts'
import { sampleEndpoint } from './testing/fixtures/sampleEndpoint.ts'
import { corpToken } from './token/corpToken.ts'

/** Keeps the active span across asynchronous code, as OpenTelemetry's packages for Node do. */
class LocalStorageContexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>()
  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    run: F,
    receiver?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => run.apply(receiver, args))
  }
  bind<T>(_active: Context, target: T): T {
    return target
  }
  enable(): this {
    return this
  }
  disable(): this {
    return this
  }
}

const read = sampleEndpoint('read')
const ok = { errcode: 0, errmsg: 'ok', value: 1 }
const again = { retry: { limit: 1, minDelay: 0 } }

let spans: InMemorySpanExporter
let exporter: InMemoryMetricExporter
let meterProvider: MeterProvider
let reader: PeriodicExportingMetricReader
let options: OpenTelemetryOptions

beforeEach(() => {
  context.setGlobalContextManager(new LocalStorageContexts())
  spans = new InMemorySpanExporter()
  exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 })
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] })
  meterProvider = new MeterProvider({ readers: [reader] })
  options = {
    tracer: tracerProvider.getTracer('test'),
    meter: meterProvider.getMeter('test'),
  }
})
afterEach(async () => {
  await meterProvider.shutdown()
  context.disable()
  trace.disable()
  metrics.disable()
})

/**
 * Creates a client with tracing (`client`) around a client without tracing (`bare`). The requests of both clients get
 * the given answers in order: the first request gets the first answer, and so on.
 */
function watched(
  answers: readonly ScriptedAnswer[],
  config: Partial<ClientConfig> = {},
): ClientTelemetry & { client: Client; bare: Client } {
  const telemetry = openTelemetry({ ...options, ...(config.baseUrl ? { baseUrl: config.baseUrl } : {}) })
  const { client } = createTestClient(answers, { onEvent: telemetry.onEvent, strict: false, ...config })
  return { ...telemetry, client: telemetry.trace(client), bare: client }
}

async function collect(): Promise<Readonly<Record<string, MetricData>>> {
  await reader.forceFlush()
  const all = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
  return Object.fromEntries(all.map((metric) => [metric.descriptor.name, metric]))
}

const named = (name: string): ReadableSpan[] => spans.getFinishedSpans().filter((span) => span.name === name)

describe('spans', () => {
  test('default: one around the call, and one below it for the attempt', async () => {
    await watched([ok]).client.request(read, { id: 'a' })

    const [attempt, call] = spans.getFinishedSpans()
    expect(call).toMatchObject({
      name: 'sample',
      kind: SpanKind.INTERNAL,
      status: { code: 0 },
      attributes: { 'wecom.endpoint': 'sample' },
    })
    expect(attempt).toMatchObject({
      name: 'POST /cgi-bin/sample',
      kind: SpanKind.CLIENT,
      status: { code: 0 },
      attributes: {
        'http.request.method': 'POST',
        'url.template': '/cgi-bin/sample',
        'server.address': 'qyapi.weixin.qq.com',
        'server.port': 443,
        'http.response.status_code': 200,
        'wecom.endpoint': 'sample',
      },
    })
    expect(attempt?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId)
  })

  test('behavior: an attempt that fails, and the one after it', async () => {
    await watched([new Response('', { status: 502 }), ok], again).client.request(read, { id: 'a' })

    const [first, second] = named('POST /cgi-bin/sample')
    expect(first).toMatchObject({
      status: { code: 2 },
      attributes: { 'error.type': '502', 'http.response.status_code': 502 },
    })
    expect(first?.attributes).not.toHaveProperty('http.request.resend_count')
    expect(second).toMatchObject({ status: { code: 0 }, attributes: { 'http.request.resend_count': 1 } })
    expect(named('sample')).toMatchObject([{ status: { code: 0 } }])
  })

  test.each<[string, ScriptedAnswer, Readonly<Record<string, unknown>>]>([
    [
      'a refusal',
      { errcode: 84061, errmsg: 'not external contact' },
      { 'error.type': '84061', 'wecom.errcode': 84061, 'http.response.status_code': 200 },
    ],
    ['an HTML page', new Response('<html>'), { 'error.type': 'response', 'http.response.status_code': 200 }],
    ['a connection that breaks', Object.assign(new Error(), { code: 'ECONNRESET' }), { 'error.type': 'ECONNRESET' }],
    ['a connection that breaks without a code', new Error(), { 'error.type': 'network' }],
  ])('error: %s', async (_what, answer, attributes) => {
    await expect(watched([answer], { retry: false }).client.request(read, { id: 'a' })).rejects.toThrow('sample failed')

    for (const name of ['sample', 'POST /cgi-bin/sample']) {
      expect(named(name)).toMatchObject([{ status: { code: 2 }, attributes }])
      expect(named(name)[0]?.status).not.toHaveProperty('message')
    }
  })

  test('error: wrong parameters end the span of the call, without an attempt', async () => {
    await expect(watched([]).client.request(read, { id: '' })).rejects.toThrow('sample failed')

    expect(spans.getFinishedSpans()).toMatchObject([{ name: 'sample', attributes: { 'error.type': 'validation' } }])
  })

  test('error: a failure outside the client', async () => {
    const { trace: watch } = openTelemetry(options)
    const client = watch({ request: () => Promise.reject(new RangeError('of a limiter')) })

    await expect(client.request(read, { id: 'a' })).rejects.toThrow('of a limiter')
    expect(spans.getFinishedSpans()).toMatchObject([{ status: { code: 2 }, attributes: { 'error.type': '_OTHER' } }])
  })

  test('behavior: the span of a request for a token is below the call that waits for it', async () => {
    const token = corpToken({ corpId: 'ww1', secret: 's' })
    await watched([{ errcode: 0, access_token: 't', expires_in: 7200 }, ok], { token }).client.request(read, {
      id: 'a',
    })

    const [call] = named('sample')
    expect(named('GET /cgi-bin/gettoken')[0]?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId)
  })

  test('behavior: without trace, attempts are below the active span', async () => {
    const { bare } = watched([ok])
    await options.tracer?.startActiveSpan('own', async (span) => {
      await bare.request(read, { id: 'a' })
      span.end()
    })

    expect(named('POST /cgi-bin/sample')[0]?.parentSpanContext?.spanId).toBe(named('own')[0]?.spanContext().spanId)
    expect(named('sample')).toEqual([])
  })

  test('behavior: calls at the same time', async () => {
    const { client } = watched(Array.from({ length: 20 }, () => ok))
    await Promise.all(Array.from({ length: 20 }, () => client.request(read, { id: 'a' })))

    const parents = named('POST /cgi-bin/sample').map(({ parentSpanContext }) => parentSpanContext?.spanId)
    expect(new Set(parents).size).toBe(20)
  })

  test('behavior: a mismatched result is an event of the span of the call', async () => {
    await watched([{ errcode: 0, value: 'text' }]).client.request(read, { id: 'a' })

    expect(named('sample')[0]?.events).toMatchObject([{ name: 'wecom.mismatch' }])
  })

  test.each([
    ['http://10.0.0.7:8080/wecom', { 'server.address': '10.0.0.7', 'server.port': 8080 }],
    ['http://wecom.test', { 'server.address': 'wecom.test', 'server.port': 80 }],
  ])('behavior: baseUrl %s', async (baseUrl, server) => {
    await watched([ok], { baseUrl }).client.request(read, { id: 'a' })

    expect(named('POST /cgi-bin/sample')).toMatchObject([{ attributes: server }])
  })
})

test('behavior: without `server.address` if baseUrl is only a path', async () => {
  const { onEvent } = openTelemetry({ ...options, baseUrl: '/wecom' })
  await createTestClient([ok], { onEvent }).client.request(read, { id: 'a' })

  expect(spans.getFinishedSpans()[0]?.attributes).not.toHaveProperty('server.address')
})

test('metrics: duration of attempts, and number of retries', async () => {
  const token = corpToken({ corpId: 'ww1', secret: 's' })
  const answers = [
    { errcode: 0, access_token: 't', expires_in: 7200 },
    new Response('', { status: 502 }),
    { errcode: 42001, errmsg: 'expired' },
    { errcode: 0, access_token: 'u', expires_in: 7200 },
    ok,
  ]
  await watched(answers, { ...again, token }).client.request(read, { id: 'a' })

  const { 'wecom.client.attempt.duration': duration, 'wecom.client.retries': retries } = await collect()
  const points = (duration as HistogramMetricData).dataPoints
  expect(duration?.descriptor.unit).toBe('s')
  const counts = points.map(({ attributes, value }) => [
    [attributes['wecom.endpoint'], attributes['error.type'] ?? 'ok'].join(' '),
    value.count,
  ])
  expect(Object.fromEntries(counts)).toEqual({
    'getAccessToken ok': 2,
    'sample 502': 1,
    'sample 42001': 1,
    'sample ok': 1,
  })
  for (const { value } of points) expect(value.sum).toBeLessThan(5)
  expect(retries?.dataPoints.map(({ attributes, value }) => [attributes, value])).toEqual([
    [{ 'wecom.endpoint': 'sample', 'wecom.retry.reason': 'failure', 'error.type': '502' }, 1],
    [{ 'wecom.endpoint': 'sample', 'wecom.retry.reason': 'token', 'error.type': '42001' }, 1],
  ])
})

test('behavior: tracer and meter default to those that your SDK registered', async () => {
  trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }))
  metrics.setGlobalMeterProvider(meterProvider)
  const { onEvent } = openTelemetry()
  await createTestClient([ok], { onEvent }).client.request(read, { id: 'a' })

  expect(spans.getFinishedSpans()).toMatchObject([{ instrumentationScope: { name: '@wecom/core' } }])
  expect(await collect()).toHaveProperty('wecom.client.attempt.duration')
})

test('behavior: no span and no metric holds an id, a token or an errmsg', async () => {
  const { client } = watched(
    [
      { errcode: 40096, errmsg: 'unknown person-7f3a of token test-token' },
      { errcode: 0, value: 'person-7f3a' },
      new Response('person-7f3a', { status: 500 }),
    ],
    { retry: false },
  )
  await client.request(read, { id: '7f3a' }).catch(() => undefined)
  await client.request(read, { id: '7f3a', note: 'person-7f3a' })
  await client.request(read, { id: '7f3a' }).catch(() => undefined)

  expect(spans.getFinishedSpans()).toHaveLength(6)
  const everything = inspect([spans.getFinishedSpans(), await collect()], { depth: 12, maxStringLength: null })
  for (const secret of ['7f3a', 'test-token', 'access_token']) expect(everything).not.toContain(secret)
})
