import { context, type Span, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import type { Around } from '#libs/event-sourcing/view-runner';

const tracer = () => trace.getTracer('dudao');

/** A page may hold a whole backlog: only so many traces of it are told. */
const MOST_TRACES_A_PAGE = 50;

const hex = (id: string): string => id.replaceAll('-', '');

/**
 * The trace of a correlation: its id without dashes. So what the worker does long after the request, in whatever
 * process, belongs to the request's trace, and nothing has to be stored for it.
 */
const ofCorrelation = (correlationId: string, spanId: string) =>
  trace.setSpanContext(context.active(), { traceId: hex(correlationId), spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });

/** Span of a request, under the caller's span where it named one. */
export function startRequest(traceId: string, traceparent: string | undefined, name: string): Span {
  const parent = /^00-[0-9a-f]{32}-([0-9a-f]{16})-/.exec(traceparent ?? '')?.[1] ?? hex(traceId).slice(16);
  return tracer().startSpan(name, { kind: SpanKind.SERVER }, ofCorrelation(traceId, parent));
}

export const within = <T>(span: Span, work: () => T): T => context.with(trace.setSpan(context.active(), span), work);

/** A span around some work; what the work throws is told as the span's error. */
export function traced<T>(name: string, work: () => Promise<T>): Promise<T> {
  return tracer().startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'error' });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Tells each trace of a page when its events came into a view. */
export const traceFold: Around = async (view, events, fold) => {
  const correlations = [...new Set(events.map(({ meta }) => meta.correlationId))].slice(0, MOST_TRACES_A_PAGE);
  const spans = correlations.map((id) => tracer().startSpan(`fold ${view}`, { kind: SpanKind.CONSUMER }, ofCorrelation(id, hex(id).slice(16))));
  try {
    return await fold();
  } finally {
    for (const span of spans) span.end();
  }
};

/**
 * Sends traces to the OpenTelemetry collector at `endpoint`; without this call all of the above does nothing.
 * @returns what sends the rest and stops
 */
export async function startTracing(endpoint: string): Promise<() => Promise<void>> {
  const { BatchSpanProcessor, TracerProvider } = await import('@opentelemetry/sdk-trace');
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  const { resourceFromAttributes } = await import('@opentelemetry/resources');
  const { AsyncLocalStorageContextManager } = await import('@opentelemetry/context-async-hooks');
  const exporter = new OTLPTraceExporter({ url: new URL('v1/traces', endpoint.endsWith('/') ? endpoint : `${endpoint}/`).href });
  const provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': 'dudao' }), spanProcessors: [new BatchSpanProcessor({ exporter })] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}
