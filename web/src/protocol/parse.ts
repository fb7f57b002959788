/** The boundary: what comes in is checked once, here, and trusted from then on. */
import * as v from 'valibot';
import type {
  BenchReply,
  BenchRequest,
  CompilerReply,
  CompilerRequest,
  RecordingReply,
  RecordingRequest,
  RunReply,
  RunRequest,
} from './messages.ts';
import {
  benchReply,
  benchRequest,
  compilerReply,
  compilerRequest,
  recordingReply,
  recordingRequest,
  runReply,
  runRequest,
} from './messages.ts';
import { pythonReply, pythonRequest, type PythonReply, type PythonRequest } from './python.ts';

/** It is not of the shape that it should be; the message says where. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** @throws ProtocolError */
export function parse<T>(shape: v.GenericSchema<unknown, T>, data: unknown): T {
  const result = v.safeParse(shape, data, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ProtocolError(`${v.getDotPath(issue) ?? 'message'}: expected ${issue.expected ?? issue.message}`);
}

export const parseCompilerRequest = (data: unknown): CompilerRequest => parse(compilerRequest, data);
export const parseCompilerReply = (data: unknown): CompilerReply => parse(compilerReply, data);
export const parseRunRequest = (data: unknown): RunRequest => parse(runRequest, data);
export const parseRunReply = (data: unknown): RunReply => parse(runReply, data);
export const parseBenchRequest = (data: unknown): BenchRequest => parse(benchRequest, data);
export const parseBenchReply = (data: unknown): BenchReply => parse(benchReply, data);
export const parseRecordingRequest = (data: unknown): RecordingRequest => parse(recordingRequest, data);
export const parseRecordingReply = (data: unknown): RecordingReply => parse(recordingReply, data);
export const parsePythonRequest = (data: unknown): PythonRequest => parse(pythonRequest, data);
export const parsePythonReply = (data: unknown): PythonReply => parse(pythonReply, data);
