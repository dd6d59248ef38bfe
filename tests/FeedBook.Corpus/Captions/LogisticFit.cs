namespace FeedBook.Corpus.Captions;

/// <summary>
/// Fits weights to examples by logistic regression with a penalty for weights far from what they were thought to be: Newton's method on
/// sums kept in a fixed order, so that the same examples always give the same weights.
/// </summary>
internal static class LogisticFit
{
    private const int Steps = 25;

    /// <summary>Fits the weights.</summary>
    /// <param name="examples">How often each set of signs, a bit for each, was right and was wrong.</param>
    /// <param name="priors">What each sign is thought to be worth before any example is seen, in log-odds.</param>
    /// <param name="penalty">What a weight costs that is one away from that, in examples.</param>
    /// <returns>The weights, in log-odds.</returns>
    public static double[] Fit(IReadOnlyDictionary<ulong, (double Right, double Wrong)> examples, IReadOnlyList<double> priors,
        double penalty)
    {
        (ulong Signs, double Right, double Wrong)[] rows =
            [.. examples.OrderBy(example => example.Key).Select(example => (example.Key, example.Value.Right, example.Value.Wrong))];
        int signs = priors.Count;
        double[] weights = [.. priors];
        for (int step = 0; step < Steps; step++)
        {
            double[][] curve = [.. Enumerable.Range(0, signs).Select(_ => new double[signs])];
            double[] slope = new double[signs];
            for (int i = 0; i < signs; i++)
            {
                slope[i] = -penalty * (weights[i] - priors[i]);
                curve[i][i] = penalty;
            }

            foreach ((ulong row, double right, double wrong) in rows)
            {
                int[] on = [.. Enumerable.Range(0, signs).Where(i => (row >> i & 1) != 0)];
                double chance = 1 / (1 + Math.Exp(-Math.Clamp(on.Sum(i => weights[i]), -30, 30)));
                double difference = right - ((right + wrong) * chance), spread = (right + wrong) * chance * (1 - chance);
                foreach (int i in on)
                {
                    slope[i] += difference;
                    foreach (int j in on)
                    {
                        curve[i][j] += spread;
                    }
                }
            }

            double[] change = Solve(curve, slope);
            double largest = change.Max(Math.Abs), scale = largest > 2 ? 2 / largest : 1;
            for (int i = 0; i < signs; i++)
            {
                weights[i] += change[i] * scale;
            }

            if (largest < 1e-9)
            {
                break;
            }
        }

        return weights;
    }

    // Elimination with the largest pivot; the matrix is symmetric and positive.
    private static double[] Solve(double[][] matrix, double[] right)
    {
        int n = right.Length;
        double[] solution = [.. right];
        for (int column = 0; column < n; column++)
        {
            int pivot = column;
            for (int row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(matrix[row][column]) > Math.Abs(matrix[pivot][column]) ? row : pivot;
            }

            for (int i = 0; i < n && pivot != column; i++)
            {
                (matrix[pivot][i], matrix[column][i]) = (matrix[column][i], matrix[pivot][i]);
            }

            (solution[pivot], solution[column]) = (solution[column], solution[pivot]);
            for (int row = column + 1; row < n; row++)
            {
                double factor = matrix[row][column] / matrix[column][column];
                for (int i = column; i < n; i++)
                {
                    matrix[row][i] -= factor * matrix[column][i];
                }

                solution[row] -= factor * solution[column];
            }
        }

        for (int row = n - 1; row >= 0; row--)
        {
            for (int i = row + 1; i < n; i++)
            {
                solution[row] -= matrix[row][i] * solution[i];
            }

            solution[row] /= matrix[row][row];
        }

        return solution;
    }
}
