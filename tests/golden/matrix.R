# Golden numbers of the accessibility matrix, made with R's survey and mvtnorm (independent of our code).
# Run from this folder:  Rscript matrix.R
# Writes the answers (long form) and what must come out of them:
#   answers.csv         answers.expected.json         clusters and strata
#   answers-plain.csv   answers-plain.expected.json   the same answers without their stratum and cluster columns
suppressPackageStartupMessages({
  library(survey)
  library(mvtnorm)
})
options(survey.lonely.psu = "fail")

services <- c("townHall", "library")
criteria <- c("information", "delays", "welcome")
zones <- c("62765", "62041", "62498")
territory <- "62765"
threshold.score <- 6.5
threshold.deviation <- 0

# ---- the synthetic survey: 400 respondents, 3 zones, 2 strata, clusters of 1 to 6 that may cross zones ----
set.seed(20261123)
n <- 400
zone <- sample(zones, n, replace = TRUE, prob = c(.35, .4, .25))
# The strata are not the zones: the territory has units in both.
stratum <- ifelse(runif(n) < ifelse(zone == "62498", .2, .7), "rural", "urban")
within <- ave(seq_len(n), stratum, FUN = seq_along)
size <- ifelse(stratum == "rural", 5, 3)
cluster <- paste0(substr(stratum, 1, 1), sprintf("%03d", (within - 1) %/% size + 1))
# Some respondents were drawn alone: they are their own cluster.
alone <- runif(n) < .15
cluster[alone] <- paste0(substr(stratum[alone], 1, 1), "x", sprintf("%03d", which(alone)))
weight <- round(exp(rnorm(n, 4, .45)), 3)
cluster.effect <- setNames(rnorm(length(unique(cluster)), 0, .9), unique(cluster))
respondent <- sprintf("R%03d", seq_len(n))
wide <- data.frame(respondent, zone, stratum, cluster, weight)
cells <- expand.grid(criterion = criteria, service = services, stringsAsFactors = FALSE)[, 2:1]
centre <- c(6.9, 5.6, 7.2, 7.6, 6.6, 8.1)
gap <- c(-.5, -.9, .1, .2, -.1, .6)
uses <- list(townHall = runif(n) < .75, library = runif(n) < .45)
for (k in seq_len(nrow(cells))) {
  score <- centre[k] + gap[k] * (zone == territory) + cluster.effect[cluster] + rnorm(n, 0, 1.9)
  score <- pmin(10, pmax(0, round(score)))
  score[!uses[[cells$service[k]]] | runif(n) < .08] <- NA
  wide[[paste0("y", k)]] <- score
}

# ---- the long form: one line per answer given; a respondent without any keeps one line with an empty score ----
long <- do.call(rbind, lapply(seq_len(nrow(cells)), function(k) {
  data.frame(respondent, zone, service = cells$service[k], criterion = cells$criterion[k],
             score = wide[[paste0("y", k)]], weight, stratum, cluster)
}))
answered <- ave(as.numeric(!is.na(long$score)), long$respondent, FUN = sum) > 0
first <- !duplicated(long$respondent)
long <- long[!is.na(long$score) | (!answered & first), ]
long <- long[order(long$respondent), ]

# ---- one cell ----
cell <- function(design, k) {
  y <- design$variables[[paste0("y", k)]]
  w <- weights(design)
  inside <- design$variables$zone == territory & !is.na(y)
  here <- subset(design, inside)
  everywhere <- subset(design, !is.na(y))
  score <- svymean(as.formula(paste0("~y", k)), here)
  whole <- svymean(as.formula(paste0("~y", k)), everywhere)
  s <- unname(coef(score))
  r <- unname(coef(whole))
  # Score and deviation as totals of their linearised variables over ALL respondents: joint design covariance.
  z.score <- ifelse(inside, (y - s) / sum(w[inside]), 0)
  z.whole <- ifelse(!is.na(y), (y - r) / sum(w[!is.na(y)]), 0)
  joint <- vcov(svytotal(cbind(z.score, z.score - z.whole), design))
  se <- unname(sqrt(diag(joint)))
  stopifnot(abs(se[1] - SE(score)) < 1e-10)
  # The same deviation by another road: ratios of totals and the delta method.
  four <- cbind(sumIn = ifelse(inside, y, 0), countIn = as.numeric(inside), sumAll = ifelse(is.na(y), 0, y), countAll = as.numeric(!is.na(y)))
  contrast <- svycontrast(svytotal(four, design), quote(sumIn / countIn - sumAll / countAll))
  stopifnot(abs(coef(contrast) - (s - r)) < 1e-10, abs(SE(contrast) - se[2]) < 1e-10)
  df.score <- degf(here)
  df.deviation <- degf(design)
  t.score <- qt(.975, df.score)
  t.deviation <- qt(.975, df.deviation)
  low <- function(upper) as.numeric(pmvnorm(upper = upper, mean = c(s, s - r), sigma = matrix(joint, 2), algorithm = TVPACK(abseps = 1e-15)))
  low.score <- pnorm(threshold.score, s, se[1])
  low.deviation <- pnorm(threshold.deviation, s - r, se[2])
  low.low <- low(c(threshold.score, threshold.deviation))
  list(service = cells$service[k], criterion = cells$criterion[k],
       n = sum(inside), effectiveN = sum(w[inside])^2 / sum(w[inside]^2),
       score = s, se = se[1], df = df.score, lower = s - t.score * se[1], upper = s + t.score * se[1],
       whole = r, wholeSe = unname(SE(whole))[1], deviation = s - r, deviationSe = se[2], deviationDf = df.deviation,
       deviationLower = s - r - t.deviation * se[2], deviationUpper = s - r + t.deviation * se[2],
       covariance = joint[1, 2],
       highHigh = 1 - low.score - low.deviation + low.low, highLow = low.deviation - low.low,
       lowHigh = low.score - low.low, lowLow = low.low)
}

# ---- writing ----
number <- function(x) if (is.character(x)) paste0('"', x, '"') else if (is.na(x)) "null" else sprintf("%.15g", x)
object <- function(x) paste0("{ ", paste0('"', names(x), '": ', vapply(x, number, ""), collapse = ", "), " }")
write.golden <- function(file, design) {
  rows <- vapply(seq_len(nrow(cells)), function(k) object(cell(design, k)), "")
  writeLines(c(
    "{",
    paste0('  "madeBy": "matrix.R, survey ', packageVersion("survey"), ", mvtnorm ", packageVersion("mvtnorm"), '",'),
    paste0('  "territory": "', territory, '",'),
    paste0('  "respondents": ', n, ', "thresholdScore": ', threshold.score, ', "thresholdDeviation": ', threshold.deviation, ","),
    '  "rows": [',
    paste0("    ", rows, c(rep(",", length(rows) - 1), "")),
    "  ]",
    "}"
  ), file)
}
write.csv(long, "answers.csv", row.names = FALSE, quote = FALSE, na = "")
write.csv(long[, 1:6], "answers-plain.csv", row.names = FALSE, quote = FALSE, na = "")
write.golden("answers.expected.json", svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = wide, nest = TRUE))
write.golden("answers-plain.expected.json", svydesign(ids = ~respondent, weights = ~weight, data = wide))
