package dev.sommelier.recommenders.rating;

import java.util.random.RandomGenerator;

/// Loops over factor vectors. Sums run in a fixed order, so interpreted and compiled code agree.
final class Vectors {
    private Vectors() {}

    /// Rows of normal numbers.
    static double[][] normal(RandomGenerator random, int rows, int factors, double deviation) {
        var matrix = new double[rows][factors];
        for (double[] row : matrix) {
            for (int f = 0; f < factors; f++) {
                row[f] = random.nextGaussian() * deviation;
            }
        }
        return matrix;
    }

    /// Rows of numbers from 0 to 1.
    static double[][] uniform(RandomGenerator random, int rows, int factors) {
        var matrix = new double[rows][factors];
        for (double[] row : matrix) {
            for (int f = 0; f < factors; f++) {
                row[f] = random.nextDouble();
            }
        }
        return matrix;
    }

    /// The dot product. Four sums side by side, since one after the other would wait for each addition.
    static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int f = 0;
        for (; f + 4 <= a.length; f += 4) {
            s0 += a[f] * b[f];
            s1 += a[f + 1] * b[f + 1];
            s2 += a[f + 2] * b[f + 2];
            s3 += a[f + 3] * b[f + 3];
        }
        for (; f < a.length; f++) {
            s0 += a[f] * b[f];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /// One step of both vectors at once: `p += rate (error q - regularization p)` and the same for `q` with the old
    /// `p`.
    static void step(double[] p, double[] q, double error, double rate, double regularization) {
        for (int f = 0; f < p.length; f++) {
            double old = p[f];
            p[f] = old + rate * (error * q[f] - regularization * old);
            q[f] = q[f] + rate * (error * old - regularization * q[f]);
        }
    }

    /// One step of one vector while the other is fixed.
    static void stepOne(double[] p, double[] q, double error, double rate, double regularization) {
        for (int f = 0; f < p.length; f++) {
            p[f] = p[f] + rate * (error * q[f] - regularization * p[f]);
        }
    }
}
