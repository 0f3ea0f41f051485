/** Something that the benchmark needs is missing or does not answer: told in a line, without a stack. */
export class BenchError extends Error {}
