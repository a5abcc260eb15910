/** Makes a function that computes its result once for each argument, for thousands of calls with few arguments. */
export function remember<Argument, Result extends string | object>(
  compute: (argument: Argument) => Result,
): (argument: Argument) => Result {
  const computed = new Map<Argument, Result>();
  return (argument) => {
    let result = computed.get(argument);
    if (result === undefined) computed.set(argument, (result = compute(argument)));
    return result;
  };
}
