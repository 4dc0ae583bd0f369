/** Reading that was begun before it is needed: who waits for it hears of a failure, and nobody else has to. */
export function begun<T>(reading: Promise<T>): Promise<T> {
  reading.catch(() => undefined);
  return reading;
}
