# The peer of the matrix of 3,000 respondents: R's survey. Rscript matrix.R FOLDER
# Reads people.csv, ratings.csv, margins.csv of the folder, writes estimates.csv there and prints the seconds from rows to estimates.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(TRUE)[1]
people <- read.csv(file.path(folder, "people.csv"), colClasses = c(stratum = "character"))
ratings <- read.csv(file.path(folder, "ratings.csv"))
margins <- read.csv(file.path(folder, "margins.csv"))

started <- proc.time()[["elapsed"]]
variables <- unique(margins$variable)
for (v in variables) people[[v]] <- factor(people[[v]], levels = margins$category[margins$variable == v])
totals <- c(`(Intercept)` = sum(margins$total[margins$variable == variables[1]]))
for (v in variables) {
  rows <- margins[margins$variable == v, ][-1, ]
  totals <- c(totals, setNames(rows$total, paste0(v, rows$category)))
}
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~design_weight, data = people)
# calibrate() needs MASS for a generalised inverse; without it the same steps with a plain one, since these margins have full rank.
exact <- requireNamespace("MASS", quietly = TRUE)
if (exact) {
  design <- calibrate(design, reformulate(variables), totals, calfun = "raking", epsilon = 1e-9, maxit = 200)
} else {
  dummies <- model.matrix(reformulate(variables), people)
  base <- weights(design)
  lambda <- numeric(ncol(dummies))
  for (step in 1:50) {
    g <- exp(drop(dummies %*% lambda))
    missing <- totals - colSums(dummies * base * g)
    if (max(abs(missing) / totals) < 1e-10) break
    lambda <- lambda + solve(crossprod(dummies, dummies * base * g), missing)
  }
  stopifnot(max(abs(missing) / totals) < 1e-10)
  design$prob <- design$prob / g
  regression <- list(qr = qr(dummies * sqrt(base)), w = g * sqrt(base), stage = 0, index = NULL)
  class(regression) <- c("greg_calibration", "gen_raking")
  design$postStrata <- c(design$postStrata, list(regression))
}

cells <- split(ratings, ratings$cell)
estimates <- lapply(cells, function(cell) {
  if (sum(people$inside[cell$row]) == 0) return(NULL)
  factor <- numeric(nrow(people))
  score <- numeric(nrow(people))
  factor[cell$row] <- cell$factor
  score[cell$row] <- cell$score
  design$variables$inner <- score * factor * people$inside
  design$variables$innerWeight <- factor * people$inside
  design$variables$outer <- score * factor
  design$variables$outerWeight <- factor
  ratio <- svyratio(~inner + outer, ~innerWeight + outerWeight, design, covmat = TRUE)
  v <- vcov(ratio)
  here <- ratio$ratio[1, 1]
  data.frame(
    cell = cell$cell[1], score = here, se = sqrt(v[1, 1]),
    deviation = here - ratio$ratio[2, 2], deviationSe = sqrt(max(0, v[1, 1] + v[4, 4] - 2 * v[1, 4]))
  )
})
estimates <- do.call(rbind, estimates)
seconds <- proc.time()[["elapsed"]] - started
write.csv(estimates, file.path(folder, "estimates.csv"), row.names = FALSE)
cat(seconds)
