# Golden numbers of the statistics of segments: Rscript tests/golden/segments.R > tests/golden/segments.expected.json
number <- function(x) ifelse(is.na(x), "null", sprintf("%.15g", x))
list_of <- function(x) paste0("[", paste(number(x), collapse = ", "), "]")

# Poisson limits.
counts <- c(0, 1, 7, 40, 1234, 200000)
limits <- sapply(counts, function(o) poisson.test(o)$conf.int)
# The four columns, 120 areas: the tests build the same ones.
i <- 0:119
x <- data.frame(a = (i * 37) %% 101, b = ((i * 37) %% 101) + (i %% 7), c = exp(((i * 13) %% 29) / 6), d = (i * i) %% 23)
x$d[i %% 17 == 0] <- NA
skew <- sapply(x, function(v) { v <- v[!is.na(v)]; m <- mean(v); mean((v - m)^3) / mean((v - m)^2)^1.5 })
sd0 <- sapply(x, function(v) { v <- v[!is.na(v)]; sqrt(mean((v - mean(v))^2)) })
# Separation of the areas (a, b, c) from three of them.
p <- as.matrix(x[, 1:3]); k <- p[c(5, 40, 90), ]
far <- as.matrix(dist(rbind(k, p)))[-(1:3), 1:3]
sorted <- t(apply(far, 1, sort))
cat("{\n",
  '  "counts": ', list_of(counts), ',\n  "lower": ', list_of(limits[1, ]), ',\n  "upper": ', list_of(limits[2, ]), ",\n",
  '  "mean": ', list_of(colMeans(x, na.rm = TRUE)), ',\n  "sd": ', list_of(sd0), ',\n  "skew": ', list_of(skew), ",\n",
  '  "correlation": ', list_of(cor(x, use = "pairwise.complete.obs")), ",\n",
  '  "separation": ', list_of((sorted[, 2] - sorted[, 1]) / sorted[, 2]), "\n}\n", sep = "")
