# Golden numbers of the cube (services x criteria x zones x groups) on a clustered, stratified and calibrated sample, made with R's survey
# from answers.csv. Run from this folder:  Rscript cube.R
# Writes cube.expected.json. Weights by survey's `rake`; variances as its `calibrate` defines them (residuals of the regression weighted by
# the design weights, times the raked weight), here by R's own lm and survey's svyrecvar. Groups: the respondent's number modulo 3.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")

long <- read.csv("answers.csv", colClasses = c(zone = "character"))
long <- long[!is.na(long$score), ]
all <- read.csv("answers.csv", colClasses = c(zone = "character"))
people <- all[!duplicated(all$respondent), c("respondent", "zone", "weight", "stratum", "cluster")]
people$zone <- factor(people$zone, c("62041", "62498", "62765"))
people$stratum <- factor(people$stratum, c("rural", "urban"))
groups <- c("digital:atEase", "digital:withHelp", "digital:notAtEase")
people$group <- groups[as.integer(substring(people$respondent, 2)) %% 3 + 1]
row <- match(long$respondent, people$respondent)

design <- svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, data = people, nest = TRUE)
raked <- rake(design, list(~zone, ~stratum), list(
  data.frame(zone = levels(people$zone), Freq = c(9000, 8500, 10500)),
  data.frame(stratum = levels(people$stratum), Freq = c(15500, 12500))
), control = list(maxit = 500, epsilon = 1e-12))
w <- weights(raked)

# What svyrecvar takes: calibrated weight times the residual of the linearised variable u (per person).
totals.of <- function(u) residuals(lm(u ~ zone + stratum, data = people, weights = people$weight)) * w
variance.of <- function(...) svyrecvar(cbind(...), design$cluster, design$strata, design$fpc)

# Mean over the answers marked, whatever the service, and its linearised variable per person.
mean.of <- function(mark) {
  total <- sum(w[row[mark]])
  mean <- sum(w[row[mark]] * long$score[mark]) / total
  u <- numeric(nrow(people))
  for (k in which(mark)) u[row[k]] <- u[row[k]] + (long$score[k] - mean) / total
  list(n = sum(mark), mean = mean, u = u)
}
df.of <- function(mark) {
  inside <- people[unique(row[mark]), ]
  length(unique(inside$cluster)) - length(unique(inside$stratum))
}
# An object of JSON; the first values are texts.
line <- function(names, values, texts) {
  quoted <- ifelse(seq_along(values) <= texts, paste0('"', values, '"'), values)
  paste0("{ ", paste0('"', names, '": ', quoted, collapse = ", "), " }")
}
number <- function(x) sprintf("%.15g", x)

cells <- c()
for (service in c("townHall", "library")) for (criterion in c("information", "delays", "welcome")) {
  asked <- long$service == service & long$criterion == criterion
  for (zone in c("62", levels(people$zone))) for (group in c("everybody", groups)) {
    belongs <- group == "everybody" | people$group[row] == group
    here <- mean.of(asked & belongs & (zone == "62" | people$zone[row] == zone))
    whole <- mean.of(asked & belongs)
    v <- variance.of(totals.of(here$u), totals.of(here$u - whole$u))
    cells <- c(cells, line(
      c("service", "criterion", "zone", "group", "n", "df", "score", "se", "deviation", "deviationSe", "covariance"),
      c(service, criterion, zone, group, here$n, df.of(asked & belongs & (zone == "62" | people$zone[row] == zone)),
        number(c(here$mean, sqrt(v[1, 1]), here$mean - whole$mean, sqrt(max(0, v[2, 2])), v[1, 2]))), 4))
  }
}

contrasts <- c()
for (criterion in c("information", "delays", "welcome")) for (group in groups) {
  asked <- long$criterion == criterion
  own <- mean.of(asked & people$group[row] == group)
  rest <- mean.of(asked & people$group[row] != group)
  difference <- own$mean - rest$mean
  se <- sqrt(drop(variance.of(totals.of(own$u - rest$u))))
  df <- df.of(asked)
  half <- qt(0.975, df) * se
  contrasts <- rbind(contrasts, data.frame(
    item = criterion, group = group, n = length(unique(row[asked & people$group[row] == group])),
    others = length(unique(row[asked & people$group[row] != group])), score = own$mean, difference = difference, se = se,
    lower = difference - half, upper = difference + half, p = 2 * pt(-abs(difference / se), df)))
}
contrasts$pAdjusted <- p.adjust(contrasts$p, "BH")
written <- character(nrow(contrasts))
for (i in seq_len(nrow(contrasts))) {
  figures <- contrasts[i, ]
  written[i] <- line(names(figures), c(figures$item, figures$group, figures$n, figures$others, number(unlist(figures[5:11]))), 2)
}

writeLines(c(
  "{",
  paste0('  "madeBy": "cube.R, survey ', packageVersion("survey"), '",'),
  '  "cells": [',
  paste0("    ", cells, c(rep(",", length(cells) - 1), "")),
  "  ],",
  '  "contrasts": [',
  paste0("    ", written, c(rep(",", length(written) - 1), "")),
  "  ]",
  "}"
), "cube.expected.json")
