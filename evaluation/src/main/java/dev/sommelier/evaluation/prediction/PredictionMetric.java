package dev.sommelier.evaluation.prediction;

import dev.sommelier.evaluation.Auc;
import dev.sommelier.evaluation.Mae;
import dev.sommelier.evaluation.Rmse;
import java.util.List;
import java.util.OptionalDouble;

/// A measure over labelled predictions. A prediction is positive where its truth is at least 1.
public sealed interface PredictionMetric permits GroupedAuc, PredictionMetric.Plain {
    /// The name that tables show, such as `GAUC(weighted)`.
    String label();

    /// The value; empty where it is undefined, always for no prediction.
    OptionalDouble of(List<Labelled> predictions);

    /// Measures over all predictions alike.
    enum Plain implements PredictionMetric {
        /// Root mean squared error, see [Rmse].
        RMSE("RMSE") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                return OptionalDouble.of(Rmse.of(truth, predicted));
            }
        },
        /// Mean absolute error, see [Mae].
        MAE("MAE") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                return OptionalDouble.of(Mae.of(truth, predicted));
            }
        },
        /// Mean squared error, the square of [Rmse].
        MSE("MSE") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                double rmse = Rmse.of(truth, predicted);
                return OptionalDouble.of(rmse * rmse);
            }
        },
        /// Mean absolute percentage error: the mean of `|truth - predicted| / |truth|`, as a share. At least 0;
        /// undefined where a truth is 0. Source: the survey of evaluation techniques,
        /// [arXiv:2312.16015](https://arxiv.org/abs/2312.16015).
        MAPE("MAPE") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                double sum = 0;
                for (int i = 0; i < truth.length; i++) {
                    if (truth[i] == 0) {
                        return OptionalDouble.empty();
                    }
                    sum += Math.abs((truth[i] - predicted[i]) / truth[i]);
                }
                return OptionalDouble.of(sum / truth.length);
            }
        },
        /// Coefficient of determination: `1 - sum (truth - predicted)^2 / sum (truth - mean)^2`. At most 1; 0 is as
        /// good as the mean, below it is worse. Undefined where all truths are equal. Source: Wright, *Correlation and
        /// causation*, Journal of Agricultural Research 1921.
        R2("R2") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                double spread = squares(truth, mean(truth));
                double rmse = Rmse.of(truth, predicted);
                return spread == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(1 - rmse * rmse * truth.length / spread);
            }
        },
        /// Explained variance: `1 - variance of (truth - predicted) / variance of truth`; [#R2] without the bias.
        /// At most 1; undefined where all truths are equal. Source: as in scikit-learn.
        EXPLAINED_VARIANCE("ExplainedVariance") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                double spread = squares(truth, mean(truth));
                var errors = new double[truth.length];
                for (int i = 0; i < errors.length; i++) {
                    errors[i] = truth[i] - predicted[i];
                }
                return spread == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(1 - squares(errors, mean(errors)) / spread);
            }
        },
        /// Logarithmic loss in nats: the mean of `-ln p` of what came true, probabilities kept within 1e-15 of 0 and 1
        /// as scikit-learn long did. At least 0, lower is better; undefined where a prediction is no probability or a
        /// truth neither 0 nor 1. Source: Good, *Rational decisions*, Journal of the Royal Statistical Society B 1952.
        LOG_LOSS("LogLoss") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                double sum = 0;
                for (int i = 0; i < truth.length; i++) {
                    boolean label = truth[i] == 0 || truth[i] == 1;
                    if (!label || predicted[i] < 0 || predicted[i] > 1) {
                        return OptionalDouble.empty();
                    }
                    double p = truth[i] == 1 ? predicted[i] : 1 - predicted[i];
                    sum -= Math.log(Math.clamp(p, 1e-15, 1 - 1e-15));
                }
                return OptionalDouble.of(sum / truth.length);
            }
        },
        /// Area under the ROC curve over all predictions, see [Auc]; undefined where all truths are of one class.
        AUC("AUC") {
            @Override
            OptionalDouble value(double[] truth, double[] predicted) {
                return Auc.of(truth, predicted, 1);
            }
        };

        private final String label;

        Plain(String label) {
            this.label = label;
        }

        abstract OptionalDouble value(double[] truth, double[] predicted);

        @Override
        public String label() {
            return label;
        }

        @Override
        public OptionalDouble of(List<Labelled> predictions) {
            if (predictions.isEmpty()) {
                return OptionalDouble.empty();
            }
            return value(
                    predictions.stream().mapToDouble(Labelled::truth).toArray(),
                    predictions.stream().mapToDouble(Labelled::predicted).toArray());
        }

        private static double mean(double[] values) {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / values.length;
        }

        private static double squares(double[] values, double mean) {
            double sum = 0;
            for (double value : values) {
                sum += (value - mean) * (value - mean);
            }
            return sum;
        }
    }
}
