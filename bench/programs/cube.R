# The peer of the cube: R's survey. Rscript cube.R FOLDER
# Reads people.csv (stratum, leaf, territory, sex, digital, the four margins, design weight, calibrated weight) and ratings.csv (cell, row,
# score, factor) of the folder, estimates every cell given in 25 zones for everybody, two sexes and three levels of digital ease, writes
# estimates.csv and prints the seconds of the estimates. The calibration is handed over, as calibrate() leaves it.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(TRUE)[1]
people <- read.csv(file.path(folder, "people.csv"))
ratings <- read.csv(file.path(folder, "ratings.csv"))
design <- svydesign(ids = ~1, strata = ~stratum, weights = ~design_weight, data = people)
dummies <- model.matrix(~ factor(zone) + factor(sexAge) + factor(family) + factor(activity), people)
base <- people$design_weight
g <- people$weight / base
design$prob <- design$prob / g
regression <- list(qr = qr(dummies * sqrt(base)), w = g * sqrt(base), stage = 0, index = NULL)
class(regression) <- c("greg_calibration", "gen_raking")
design$postStrata <- c(design$postStrata, list(regression))

zones <- c(list(rep(TRUE, nrow(people))), lapply(0:3, function(t) people$leaf %% 4 == t), lapply(0:19, function(leaf) people$leaf == leaf))
groups <- c(list(rep(TRUE, nrow(people))), lapply(0:1, function(k) people$sex == k), lapply(0:2, function(k) people$digital == k))
started <- proc.time()[["elapsed"]]
estimates <- lapply(split(ratings, ratings$cell), function(cell) {
  factor <- numeric(nrow(people))
  score <- numeric(nrow(people))
  factor[cell$row] <- cell$factor
  score[cell$row] <- cell$score
  do.call(rbind, lapply(seq_along(groups), function(k) do.call(rbind, lapply(seq_along(zones), function(z) {
    outer <- factor * groups[[k]]
    inner <- outer * zones[[z]]
    design$variables$innerWeight <- inner
    design$variables$inner <- inner * score
    design$variables$outerWeight <- outer
    design$variables$outer <- outer * score
    if (sum(inner > 0) < 2) return(NULL)
    ratio <- svyratio(~inner + outer, ~innerWeight + outerWeight, design, covmat = TRUE)
    v <- vcov(ratio)
    here <- ratio$ratio[1, 1]
    data.frame(cell = cell$cell[1], zone = z, group = k, score = here, se = sqrt(v[1, 1]), deviation = here - ratio$ratio[2, 2],
               deviationSe = sqrt(max(0, v[1, 1] + v[4, 4] - 2 * v[1, 4])))
  }))))
})
seconds <- proc.time()[["elapsed"]] - started
write.csv(do.call(rbind, estimates), file.path(folder, "estimates.csv"), row.names = FALSE)
cat(seconds)
