# Golden numbers of estimates with raked weights when design weights are unequal and respondents clustered, made with R's
# survey from answers.csv (run matrix.R first). Run from this folder:  Rscript calibration.R
# Writes calibration.expected.json. Weights by survey's `rake`; variances as its `calibrate` defines them (residuals of the
# regression weighted by the design weights, times the raked weight), here by R's own lm and survey's svyrecvar.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")

long <- read.csv("answers.csv", colClasses = c(zone = "character"))
people <- long[!duplicated(long$respondent), c("respondent", "zone", "weight", "stratum", "cluster")]
asked <- long[long$service == "library" & long$criterion == "welcome", ]
people$y <- asked$score[match(people$respondent, asked$respondent)]
people$zone <- factor(people$zone, c("62041", "62498", "62765"))
people$stratum <- factor(people$stratum, c("rural", "urban"))

zone.targets <- c("62041" = 9000, "62498" = 8500, "62765" = 10500)
stratum.targets <- c(rural = 15500, urban = 12500)
design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = people, nest = TRUE)
raked <- rake(design, list(~zone, ~stratum), list(
  data.frame(zone = names(zone.targets), Freq = zone.targets),
  data.frame(stratum = names(stratum.targets), Freq = stratum.targets)
), control = list(maxit = 500, epsilon = 1e-12))
w <- weights(raked)

# Standard error of a total of w * u, u the linearised variable.
se.of <- function(u) {
  e <- residuals(lm(u ~ zone + stratum, data = people, weights = people$weight))
  sqrt(drop(svyrecvar(cbind(e * w), design$cluster, design$strata, design$fpc)))
}
y <- ifelse(is.na(people$y), 0, people$y)
have <- as.numeric(!is.na(people$y))
inside <- have * (people$zone == "62765")
score <- sum(w * inside * y) / sum(w * inside)
whole <- sum(w * y) / sum(w * have)
u.score <- inside * (y - score) / sum(w * inside)
u.whole <- have * (y - whole) / sum(w * have)
figures <- c(minWeight = min(w), maxWeight = max(w), deff = length(w) * sum(w^2) / sum(w)^2,
             score = score, se = se.of(u.score), whole = whole, wholeSe = se.of(u.whole),
             deviation = score - whole, deviationSe = se.of(u.score - u.whole), total = sum(w * y), totalSe = se.of(y))
block <- function(x) paste0("{ ", paste0('"', names(x), '": ', sprintf("%.15g", x), collapse = ", "), " }")
writeLines(c(
  "{",
  paste0('  "madeBy": "calibration.R, survey ', packageVersion("survey"), '",'),
  paste0('  "zone": ', block(zone.targets), ","),
  paste0('  "stratum": ', block(stratum.targets), ","),
  paste0('  "figures": ', block(figures)),
  "}"
), "calibration.expected.json")
