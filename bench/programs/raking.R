# The peer of raking: R's survey. Rscript raking.R FOLDER
# Reads weights.bin (doubles), codes.bin (bytes, margin after margin), margins.csv of the folder; writes raked.bin there and prints the
# seconds of calibrate() alone, then of making the design, then of reading and making the factors.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(TRUE)[1]
clock <- function() proc.time()[["elapsed"]]

# survey's Newton steps ask MASS for a generalised inverse of a small matrix; where that package is not installed this one, of the same definition, serves.
if (!requireNamespace("MASS", quietly = TRUE)) {
  ginv <- function(X, tol) {
    s <- svd(X)
    kept <- s$d > max(tol * s$d[1], 0)
    s$v[, kept, drop = FALSE] %*% (t(s$u[, kept, drop = FALSE]) / s$d[kept])
  }
  swap <- function(e) if (identical(e, quote(MASS::ginv))) ginv else if (is.call(e)) as.call(lapply(e, swap)) else e
  grake <- getFromNamespace("grake", "survey")
  body(grake) <- swap(body(grake))
  assignInNamespace("grake", grake, ns = "survey")
}

began <- clock()
margins <- read.csv(file.path(folder, "margins.csv"), colClasses = c(variable = "character", category = "character"))
variables <- unique(margins$variable)
rows <- file.size(file.path(folder, "weights.bin")) / 8
people <- data.frame(weight = readBin(file.path(folder, "weights.bin"), "double", rows))
codes <- file(file.path(folder, "codes.bin"), "rb")
for (v in variables) {
  categories <- margins$category[margins$variable == v]
  people[[v]] <- factor(readBin(codes, "integer", rows, size = 1, signed = FALSE) + 1L, levels = seq_along(categories), labels = categories)
}
close(codes)
totals <- c(`(Intercept)` = sum(margins$total[margins$variable == variables[1]]))
for (v in variables) {
  others <- margins[margins$variable == v, ][-1, ]
  totals <- c(totals, setNames(others$total, paste0(v, others$category)))
}
read <- clock() - began

began <- clock()
design <- svydesign(ids = ~1, weights = ~weight, data = people)
made <- clock() - began

began <- clock()
raked <- calibrate(design, reformulate(variables), totals, calfun = "raking", epsilon = 1e-8)
seconds <- clock() - began
writeBin(as.double(weights(raked)), file.path(folder, "raked.bin"))
cat(seconds, made, read)
