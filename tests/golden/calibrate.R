# Golden numbers of calibrated weights and of estimates made with them: linear, raking and bounded logit, on categories and numeric
# variables, in plain and clustered designs with unequal design weights. Run from this folder:  Rscript calibrate.R
# Writes calibrate.csv (a synthetic sample) and calibrate.expected.json with survey's `calibrate` and its estimates.
suppressPackageStartupMessages(library(survey))
options(survey.lonely.psu = "fail")

# survey's Newton steps ask MASS for a generalised inverse; where that package is not installed this one, of the same definition, serves.
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

set.seed(62)
clusters <- data.frame(cluster = sprintf("c%02d", 1:24), stratum = rep(c("coast", "plain", "town"), each = 8), effect = rnorm(24, 0, 8))
rows <- clusters[rep(1:24, each = 6), ]
n <- nrow(rows)
rows$id <- seq_len(n)
rows$weight <- round(c(coast = 40, plain = 70, town = 95)[rows$stratum] * runif(n, 0.6, 1.5), 3)
rows$clusters.in.stratum <- c(coast = 40, plain = 90, town = 30)[rows$stratum]
rows$sex <- sample(c("f", "m"), n, TRUE, c(0.58, 0.42))
rows$region <- sample(c("east", "north", "south"), n, TRUE, c(0.1, 0.5, 0.4))
rows$age <- round(pmin(94, pmax(18, rnorm(n, 52, 17))))
rows$income <- round(exp(rnorm(n, 7.5, 0.5)))
rows$change <- round(rnorm(n, 0, 10), 2)
rows$y <- round(40 + 0.4 * rows$age + 6 * (rows$sex == "f") + rows$effect + rnorm(n, 0, 6), 3)
rows$happy <- as.numeric(runif(n) < 0.35 + 0.004 * rows$age)
rows$effect <- NULL
write.csv(rows, "calibrate.csv", row.names = FALSE, quote = FALSE)
data <- read.csv("calibrate.csv")

sex <- c(f = 5200, m = 4700)
region <- c(east = 1500, north = 4100, south = 4300)
N <- sum(sex)
age <- c(age = 46.8 * N)
designs <- list(
  plain = svydesign(ids = ~1, weights = ~weight, data = data),
  clustered = svydesign(ids = ~cluster, strata = ~stratum, weights = ~weight, fpc = ~clusters.in.stratum, data = data)
)

# `targets`: named list of category totals, and of single numbers for numeric variables.
case <- function(name, design, method, targets, bounds = NULL) {
  formula <- reformulate(names(targets))
  totals <- c(`(Intercept)` = N)
  for (v in names(targets)) {
    t <- targets[[v]]
    totals <- c(totals, if (length(t) == 1) setNames(t, v) else setNames(t[-1], paste0(v, names(t)[-1])))
  }
  if (all(lengths(targets) == 1)) {
    formula <- reformulate(names(targets), intercept = FALSE)
    totals <- totals[-1]
  }
  limits <- if (is.null(bounds)) c(-Inf, Inf) else bounds
  calibrated <- tryCatch(
    calibrate(designs[[design]], formula, totals, calfun = method, bounds = limits, epsilon = 1e-13, maxit = 200),
    error = function(e) tryCatch(
      calibrate(designs[[design]], formula, totals, calfun = method, bounds = limits, epsilon = 1e-10, maxit = 200),
      error = function(e) NULL
    )
  )
  figures <- NULL
  if (!is.null(calibrated)) {
    w <- weights(calibrated)
    g <- w / data$weight
    mean.y <- svymean(~y, calibrated)
    total <- svytotal(~income, calibrated)
    happy <- svymean(~happy, calibrated)
    north <- svymean(~y, subset(calibrated, region == "north"))
    figures <- c(
      minWeight = min(w), maxWeight = max(w), gMin = min(g), gMax = max(g), first = w[[1]], last = w[[n]], deff = n * sum(w^2) / sum(w)^2,
      mean = coef(mean.y)[[1]], meanSe = SE(mean.y)[[1]], total = coef(total)[[1]], totalSe = SE(total)[[1]],
      share = coef(happy)[[1]], shareSe = SE(happy)[[1]], domain = coef(north)[[1]], domainSe = SE(north)[[1]]
    )
  }
  list(name = name, design = design, method = method, bounds = bounds, targets = targets, figures = figures)
}

low <- c(age = 38 * N)
none <- c(east = 0, north = 5300, south = 4600)
cases <- list(
  case("raking on categories", "plain", "raking", list(sex = sex, region = region)),
  case("raking on categories, clusters", "clustered", "raking", list(sex = sex, region = region)),
  case("raking on categories and age", "plain", "raking", list(sex = sex, region = region, age = age)),
  case("raking on categories, age, income", "clustered", "raking", list(sex = sex, region = region, age = age, income = c(income = 2050 * N))),
  case("raking on a variable of both signs", "clustered", "raking", list(sex = sex, change = c(change = -0.5 * N))),
  case("raking on age alone", "plain", "raking", list(age = age)),
  case("raking, no people in a category", "clustered", "raking", list(sex = sex, region = none)),
  case("linear on categories and age", "clustered", "linear", list(sex = sex, region = region, age = age)),
  case("linear, negative weights", "plain", "linear", list(sex = sex, region = region, age = low)),
  case("linear on age alone", "plain", "linear", list(age = age)),
  case("linear, no people in a category", "plain", "linear", list(sex = sex, region = none)),
  case("logit, wide bounds", "clustered", "logit", list(sex = sex, region = region, age = age), c(0.1, 6)),
  case("logit, middle bounds", "plain", "logit", list(sex = sex, region = region, age = age), c(0.5, 2.4)),
  case("logit, narrow bounds", "clustered", "logit", list(sex = sex, region = region, age = c(age = 51 * N)), c(0.62, 1.5)),
  case("logit, a bound below 0", "plain", "logit", list(sex = sex, region = region, age = low), c(-0.5, 3)),
  case("logit on categories", "clustered", "logit", list(sex = sex, region = region), c(0.4, 3)),
  case("logit, bounds too narrow together", "plain", "logit", list(sex = sex, region = region, age = age), c(0.8, 1.75)),
  case("logit, bounds too narrow for a category", "plain", "logit", list(sex = sex, region = region), c(0.9, 1.2))
)

number <- function(x) sprintf("%.15g", x)
block <- function(x) paste0("{ ", paste0('"', names(x), '": ', number(x), collapse = ", "), " }")
json <- function(x) {
  targets <- paste0('"', names(x$targets), '": ', sapply(x$targets, function(t) if (length(t) == 1) number(t) else block(t)), collapse = ", ")
  paste0(
    '    { "name": "', x$name, '", "design": "', x$design, '", "method": "', x$method, '", ',
    if (!is.null(x$bounds)) paste0('"bounds": [', paste(number(x$bounds), collapse = ", "), "], "),
    '"targets": { ', targets, ' }, "figures": ', if (is.null(x$figures)) "null" else block(x$figures), " }"
  )
}
writeLines(c(
  "{", paste0('  "madeBy": "calibrate.R, survey ', packageVersion("survey"), '",'), '  "cases": [',
  paste(sapply(cases, json), collapse = ",\n"), "  ]", "}"
), "calibrate.expected.json")
