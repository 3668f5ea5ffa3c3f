# Golden numbers of the commands weigh, estimate and crosstab, made with R's survey (independent of our code).
# Run from this folder:  Rscript toolbox.R
# Writes toolbox.csv (generated records), toolbox-margins.csv, toolbox-lonely.csv and toolbox.expected.json: cases of
# { args, ... } with what each command must give.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail", digits = 15, warn = -1)

# survey's calibrate asks for MASS::ginv; a stand-in by singular values where MASS is not installed.
if (!requireNamespace("MASS", quietly = TRUE)) {
  home <- tempfile("lib")
  pkg <- file.path(tempfile("src"), "MASS")
  dir.create(file.path(pkg, "R"), recursive = TRUE)
  dir.create(home)
  writeLines(c("Package: MASS", "Version: 0.1", "Title: ginv", "Description: ginv.", "License: GPL", "Author: x", "Maintainer: x <x@example.org>"), file.path(pkg, "DESCRIPTION"))
  writeLines("export(ginv)", file.path(pkg, "NAMESPACE"))
  writeLines("ginv <- function(X, tol = sqrt(.Machine$double.eps)) { s <- svd(X); k <- s$d > max(tol * s$d[1], 0); s$v[, k, drop = FALSE] %*% ((1 / s$d[k]) * t(s$u[, k, drop = FALSE])) }", file.path(pkg, "R", "ginv.R"))
  system2(file.path(R.home("bin"), "R"), c("CMD", "INSTALL", "--no-docs", paste0("--library=", home), pkg), stdout = FALSE, stderr = FALSE)
  .libPaths(c(home, .libPaths()))
}

# ---- records: 4 strata, clusters numbered within them, unequal weights, missing answers ----
set.seed(61223)
sizes <- c(a = 7, b = 5, c = 9, d = 6)
d <- do.call(rbind, lapply(names(sizes), function(s) {
  do.call(rbind, lapply(seq_len(sizes[s]), function(k) {
    m <- sample(3:9, 1)
    data.frame(stratum = s, cluster = k, effect = rnorm(1, 0, 4), i = seq_len(m))
  }))
}))
n <- nrow(d)
d$weight <- round(exp(rnorm(n, 3, .5)), 2)
d$weight[c(5, 60)] <- 0
d$units <- c(a = 40, b = 25, c = 90, d = 30)[d$stratum]
d$fraction <- c(a = .2, b = .25, c = .1, d = .5)[d$stratum]
d$y <- round(50 + d$effect + 5 * (d$stratum == "b") + rnorm(n, 0, 6), 1)
d$y[sample(n, 9)] <- NA
d$sure <- ifelse(runif(n) < plogis(d$effect / 4), "Yes", "No")
d$sure[sample(n, 5)] <- NA
d$age <- sample(c("15-29", "30-59", "60+"), n, TRUE, c(.3, .4, .3))
d$sex <- sample(c("f", "m"), n, TRUE)
d$size <- sample(1:5, n, TRUE)
# area 2 has rows in one cluster only, area 10 in one per stratum of two, area 30 none with a value of y.
d$area <- sample(c(1, 3), n, TRUE)
d$area[d$stratum == "c" & d$cluster == 2 & d$i <= 3] <- 2
d$area[(d$stratum == "a" & d$cluster == 1 & d$i <= 2) | (d$stratum == "d" & d$cluster == 4 & d$i <= 2)] <- 10
d$area[d$stratum == "b" & d$cluster == 3 & d$i == 1] <- 30
d$y[d$area == 30] <- NA
# never is 0 everywhere and always 1; some is 0 in area 1 only.
d$never <- 0
d$always <- 1
d$some <- ifelse(d$area == 1, 0, ifelse(runif(n) < .4, 1, 0))
d <- d[, setdiff(names(d), c("effect", "i"))]
write.csv(d, "toolbox.csv", row.names = FALSE, quote = FALSE)
total <- sum(d$weight)
age <- round(total * c(.27, .42, .31))
women <- round(total * .52)
margins <- list(age = c("15-29" = age[1], "30-59" = age[2], "60+" = age[3]), sex = c(f = women, m = sum(age) - women), size = round(total * 3.1))
writeLines(c("variable,category,total",
  paste0("age,", names(margins$age), ",", margins$age), paste0("sex,", names(margins$sex), ",", margins$sex),
  paste0("size,,", margins$size)), "toolbox-margins.csv")
# One stratum has a single unit; its records lie in area 9.
lonely <- d[!(d$stratum == "b" & d$cluster != 2), c("stratum", "cluster", "weight", "y", "area", "sure")]
lonely$area[lonely$stratum == "b"] <- 9
write.csv(lonely, "toolbox-lonely.csv", row.names = FALSE, quote = FALSE)

designs <- list(
  "--weights weight" = svydesign(~1, weights = ~weight, data = d),
  "--weights weight --strata stratum" = svydesign(~1, strata = ~stratum, weights = ~weight, data = d),
  "--weights weight --strata stratum --cluster cluster" = svydesign(~cluster, strata = ~stratum, weights = ~weight, data = d, nest = TRUE),
  "--weights weight --strata stratum --cluster cluster --fpc units" = svydesign(~cluster, strata = ~stratum, weights = ~weight, fpc = ~units, data = d, nest = TRUE),
  "--weights weight --strata stratum --cluster cluster --fpc fraction" = svydesign(~cluster, strata = ~stratum, weights = ~weight, fpc = ~fraction, data = d, nest = TRUE)
)
population <- c("(Intercept)" = sum(margins$age), "age30-59" = margins$age[[2]], "age60+" = margins$age[[3]], sexm = margins$sex[[2]], size = margins$size)
calibrated <- function(design, ...) calibrate(design, ~age + sex + size, population, epsilon = 1e-11, maxit = 200, ...)
# survey divides by the weights of calibrated designs: those of 0 stand as next to nothing here.
d$positive <- pmax(d$weight, 1e-10)
clustered <- svydesign(~cluster, strata = ~stratum, weights = ~positive, data = d, nest = TRUE)
options.of <- list(
  "--method raking" = calibrated(clustered, calfun = "raking"),
  "--method linear" = calibrated(clustered, calfun = "linear"),
  "--method logit --bounds 0.4,2.5" = calibrated(clustered, calfun = "logit", bounds = c(.4, 2.5))
)
for (o in names(options.of)) {
  designs[[paste("--weights weight --strata stratum --cluster cluster --margins toolbox-margins.csv", o)]] <- options.of[[o]]
}

number <- function(x) ifelse(is.finite(x), sprintf("%.15g", x), "null")
object <- function(x) paste0("{ ", paste0('"', names(x), '": ', unlist(x), collapse = ", "), " }")
quoted <- function(x) paste0('"', x, '"')
cases <- character()
case <- function(args, rows) cases <<- c(cases, paste0('    { "args": ', quoted(args), ', "expect": [', paste(rows, collapse = ",\n      "), "] }"))

# ---- one row of estimate: a domain of a design, degrees of freedom and n those of the domain ----
kish <- function(w) if (all(w == 0)) NA else sum(w)^2 / sum(w^2)
row.of <- function(design, kind, v, domain, inside, interval = NULL, level = .95) {
  x <- design$variables[[v]]
  keep <- inside & !is.na(x) & !is.na(inside)
  calibration <- !is.null(design$postStrata)
  here <- design[keep, ]
  count <- sum(keep)
  name <- if (is.na(domain)) "null" else quoted(domain)
  if (count == 0) return(object(list(domain = name, n = 0, value = "null", se = "null", lower = "null", upper = "null", df = "null", deff = "null", status = quoted("noData"))))
  w <- weights(design)[keep]
  f <- as.formula(paste0("~", v))
  df <- degf(here)
  est <- if (kind == "total") svytotal(f, here, deff = !calibration, na.rm = TRUE) else svymean(f, here, deff = !calibration, na.rm = TRUE)
  value <- coef(est)[[1]]
  if (df <= 0) return(object(list(domain = name, n = count, effectiveN = number(kish(w)), value = number(value), se = "null", lower = "null", upper = "null", df = df, deff = "null", status = quoted("oneUnit"))))
  se <- SE(est)[[1]]
  half <- (1 - level) / 2
  method <- if (kind == "proportion") (if (value %in% c(0, 1)) "beta" else if (is.null(interval)) "logit" else interval) else "t"
  if (method == "beta") {
    n.eff <- if (value %in% c(0, 1)) count else value * (1 - value) / se^2 * (qt(half, count - 1) / qt(half, df))^2
    ci <- c(if (value == 0) 0 else qbeta(half, n.eff * value, n.eff * (1 - value) + 1), if (value == 1) 1 else qbeta(1 - half, n.eff * value + 1, n.eff * (1 - value)))
  } else if (method == "logit") {
    ci <- plogis(qlogis(value) + c(-1, 1) * qt(1 - half, df) * se / (value * (1 - value)))
    if (!calibration) stopifnot(max(abs(ci - confint(svyciprop(f, here, method = "logit", level = level, df = df)))) < 1e-7)
  } else ci <- value + c(-1, 1) * qt(1 - half, df) * se
  deff <- if (calibration || sum(w) < sum(w != 0)) NA else suppressWarnings(attr(est, "deff"))[1]
  object(list(domain = name, n = count, effectiveN = number(kish(w)), value = number(value), se = number(se), lower = number(ci[1]), upper = number(ci[2]), df = df, deff = number(deff), status = quoted("ok")))
}
d$sure1 <- as.numeric(d$sure == "Yes")
for (k in names(designs)) designs[[k]]$variables$sure1 <- d$sure1
all.rows <- rep(TRUE, n)
by.area <- function(design, ...) sapply(c(1, 2, 3, 10, 30), function(a) row.of(design, ..., domain = a, inside = d$area == a))
for (k in names(designs)) {
  design <- designs[[k]]
  case(paste("estimate toolbox.csv --mean y", k), row.of(design, "mean", "y", NA, all.rows))
  case(paste("estimate toolbox.csv --by area --mean y", k), by.area(design, "mean", "y"))
  case(paste("estimate toolbox.csv --total y --by area", k), by.area(design, "total", "y"))
  case(paste("estimate toolbox.csv --proportion sure=Yes", k), row.of(design, "proportion", "sure1", NA, all.rows))
  case(paste("estimate toolbox.csv --interval beta --by area --proportion some=1 --level 0.9", k), by.area(design, "proportion", "some", interval = "beta", level = .9))
  case(paste("estimate toolbox.csv --proportion sure=Yes --interval t --by area", k), by.area(design, "proportion", "sure1", interval = "t"))
  case(paste("estimate toolbox.csv --proportion never=1 --by area", k), by.area(design, "proportion", "never"))
  case(paste("estimate toolbox.csv --proportion always=1", k), row.of(design, "proportion", "always", NA, all.rows))
}

# ---- deviations: as totals of their linearised variables over all records, the whole design's degrees of freedom ----
deviation <- function(design, v, a, against) {
  x <- design$variables[[v]]
  w <- weights(design)
  whole <- !is.na(x)
  inside <- whole & d$area == a
  other <- if (against == "rest") whole & d$area != a else whole
  x0 <- ifelse(whole, x, 0)
  r <- c(sum(w[inside] * x[inside]) / sum(w[inside]), sum(w[other] * x[other]) / sum(w[other]))
  z <- inside * (x0 - r[1]) / sum(w[inside]) - other * (x0 - r[2]) / sum(w[other])
  se <- SE(svytotal(z, design))[[1]]
  value <- r[1] - r[2]
  ci <- value + c(-1, 1) * qt(.975, degf(design)) * se
  object(list(domain = quoted(a), n = sum(inside), value = number(value), se = number(se), lower = number(ci[1]), upper = number(ci[2]), df = degf(design), deff = "null", status = quoted("ok")))
}
for (k in names(designs)) for (against in c("whole", "rest")) {
  case(paste("estimate toolbox.csv --mean y --deviation area=3 --against", against, k), deviation(designs[[k]], "y", 3, against))
  case(paste("estimate toolbox.csv --deviation area=1 --proportion sure=Yes --against", against, k), deviation(designs[[k]], "sure1", 1, against))
}

# ---- a stratum with one unit: nothing for all, figures for the domains that it has no part in ----
single <- svydesign(~cluster, strata = ~stratum, weights = ~weight, data = lonely, nest = TRUE)
one.unit <- function(v, domain, inside) {
  keep <- inside & !is.na(lonely[[v]])
  w <- lonely$weight[keep]
  object(list(domain = domain, n = sum(keep), value = number(sum(w * lonely[[v]][keep]) / sum(w)), se = "null", lower = "null", upper = "null", deff = "null", status = quoted("oneUnit")))
}
stopifnot(inherits(try(svymean(~y, subset(single, !is.na(y))), silent = TRUE), "try-error"))
args <- "toolbox-lonely.csv --weights weight --strata stratum --cluster cluster"
case(paste("estimate --mean y", args), one.unit("y", "null", rep(TRUE, nrow(lonely))))
inside.areas <- sapply(c(1, 3), function(a) row.of(single, "mean", "y", a, lonely$area == a))
two <- row.of(single, "mean", "y", 2, lonely$area == 2)
ten <- row.of(single, "mean", "y", 10, lonely$area == 10)
case(paste("estimate --mean y --by area", args), c(inside.areas[1], two, inside.areas[2], one.unit("y", quoted(9), lonely$area == 9), ten))

# ---- two-way tables ----
table.of <- function(design, a, b) {
  test <- suppressWarnings(svychisq(as.formula(paste0("~", a, "+", b)), design, statistic = "F"))
  v <- design$variables
  inside <- !is.na(v[[a]]) & !is.na(v[[b]])
  here <- design[inside, ]
  rows <- as.character(sort(unique(v[[a]][inside])))
  columns <- as.character(sort(unique(v[[b]][inside])))
  w <- weights(design) * inside
  cells <- do.call(c, lapply(rows, function(r) lapply(columns, function(k) {
    hit <- inside & v[[a]] == r & v[[b]] == k
    here$variables$hit <- as.numeric(here$variables[[a]] == r & here$variables[[b]] == k)
    share <- svymean(~hit, here)
    object(list(row = quoted(r), column = quoted(k), n = sum(hit, na.rm = TRUE), weighted = number(sum(w[which(hit)])), share = number(coef(share)), rowShare = number(sum(w[which(hit)]) / sum(w[which(v[[a]] == r)])), columnShare = number(sum(w[which(hit)]) / sum(w[which(v[[b]] == k)])), se = number(SE(share)[1])))
  })))
  # R scales X² to all records; ours is of those in the table.
  plain <- suppressWarnings(svychisq(as.formula(paste0("~", a, "+", b)), design, statistic = "Chisq"))$statistic[[1]] * sum(inside) / nrow(v)
  paste0('{ "F": ', number(test$statistic), ', "ndf": ', number(test$parameter[1]), ', "ddf": ', number(test$parameter[2]), ', "p": ', number(test$p.value), ', "chi2": ', number(plain), ', "n": ', sum(inside), ', "cells": [', paste(unlist(cells), collapse = ",\n      "), "] }")
}
for (k in names(designs)[1:5]) {
  case(paste("crosstab toolbox.csv --rows sure --columns age", k), table.of(designs[[k]], "sure", "age"))
  case(paste("crosstab toolbox.csv --columns stratum --rows age", k), table.of(designs[[k]], "age", "stratum"))
  case(paste("crosstab toolbox.csv --columns some --rows area", k), tryCatch(table.of(designs[[k]], "area", "some"), error = function(e) '{ "F": null }'))
}

# ---- weights ----
for (o in names(options.of)) {
  w <- weights(options.of[[o]])
  g <- (w / d$weight)[d$weight > 0]
  q <- quantile(g, c(.01, .05, .25, .5, .75, .95, .99))
  case(paste("weigh toolbox.csv --weights weight --margins toolbox-margins.csv", o), paste0(
    '{ "n": ', n, ', "deff": ', number(n * sum(w^2) / sum(w)^2), ', "effectiveN": ', number(sum(w)^2 / sum(w^2)), ', "gMin": ', number(min(g)), ', "gMax": ', number(max(g)),
    ', "gQuantiles": ', object(setNames(as.list(number(q)), c("0.01", "0.05", "0.25", "0.5", "0.75", "0.95", "0.99"))), ', "negativeWeights": ', sum(w < 0), " }"))
}

writeLines(c("{", paste0('  "madeBy": "toolbox.R, survey ', packageVersion("survey"), '",'), '  "cases": [', paste(cases, collapse = ",\n"), "  ]", "}"), "toolbox.expected.json")
