# Golden numbers of the test value (valeur-test) made with R's phyper and qnorm. Run from this folder:  Rscript testValue.R
# Writes testValue.expected.json: tables of every kind, from the vector of the methods to far tails and the ends of the range.
set.seed(2026)
rows <- list(c(89, 20, 30, 12))
add <- function(n, j, k, x) rows[[length(rows) + 1]] <<- c(n, j, k, x)
for (x in 0:20) add(89, 20, 30, x)
for (x in c(11, 15, 20, 30)) add(40, 31, 30, if (x < 21) 21 else x)
for (i in 1:120) {
  n <- sample(c(5:120, 500, 3000), 1); j <- sample(0:n, 1); k <- sample(0:n, 1)
  possible <- seq(max(0, j + k - n), min(j, k))
  add(n, j, k, possible[sample.int(length(possible), 1)])
}
# Far tails, both ways, and large surveys.
add(3000, 400, 900, 300); add(3000, 400, 900, 60); add(3000, 1500, 1500, 900); add(3000, 1500, 1500, 620)
add(100000, 2000, 5000, 400); add(100000, 2000, 5000, 40); add(100000, 50000, 50000, 26000)
rows <- unique(rows)
one <- function(r) {
  n <- r[1]; j <- r[2]; k <- r[3]; x <- r[4]
  p <- phyper(x - 1, j, n - j, k, lower.tail = FALSE)
  v <- if (p <= 0.5) qnorm(p, lower.tail = FALSE) else qnorm(phyper(x - 1, j, n - j, k))
  number <- function(a) if (is.finite(a)) sprintf("%.17g", a) else paste0('"', a, '"')
  sprintf('  { "n": %d, "inGroup": %d, "citing": %d, "both": %d, "p": %s, "value": %s }', n, j, k, x, number(p), number(v))
}
writeLines(c("[", paste(vapply(rows, one, ""), collapse = ",\n"), "]"), "testValue.expected.json")
