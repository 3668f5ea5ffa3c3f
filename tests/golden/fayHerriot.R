# Golden numbers of Fay-Herriot's model, in base R and by another way than ours: the restricted likelihood is written with full matrices and
# maximised by optimize; estimates and mean squared errors are read from the matrices. Run from this folder:  Rscript fayHerriot.R
# Writes fayHerriot.expected.json.
restricted <- function(A, y, X, D) {
  V <- diag(A + D)
  W <- solve(V)
  XWX <- t(X) %*% W %*% X
  P <- W - W %*% X %*% solve(XWX) %*% t(X) %*% W
  -0.5 * (as.numeric(determinant(V)$modulus) + as.numeric(determinant(XWX)$modulus) + drop(t(y) %*% P %*% y))
}
slope <- function(A, y, X, D) {
  W <- solve(diag(A + D))
  P <- W - W %*% X %*% solve(t(X) %*% W %*% X) %*% t(X) %*% W
  0.5 * (drop(t(y) %*% P %*% P %*% y) - sum(diag(P)))
}

fit <- function(name, y, D, X) {
  has <- !is.na(y)
  ys <- y[has]; Xs <- X[has, , drop = FALSE]; Ds <- D[has]
  upper <- 20 * (var(ys) + max(Ds))
  A <- optimize(restricted, c(0, upper), y = ys, X = Xs, D = Ds, maximum = TRUE, tol = 1e-10)$maximum
  if (restricted(0, ys, Xs, Ds) >= restricted(A, ys, Xs, Ds)) A <- 0
  # The maximum to its last digits: where the slope is 0, around what optimize found.
  if (A > 0) A <- uniroot(slope, A * c(0.99, 1.01), y = ys, X = Xs, D = Ds, tol = 1e-15, extendInt = "yes")$root
  V <- diag(A + Ds)
  Q <- solve(t(Xs) %*% solve(V) %*% Xs)
  beta <- drop(Q %*% t(Xs) %*% solve(V) %*% ys)
  line <- drop(X %*% beta)
  around <- diag(X %*% Q %*% t(X))
  gamma <- ifelse(has, A / (A + D), 0)
  theta <- ifelse(has, gamma * y + (1 - gamma) * line, line)
  var.A <- 2 / sum(diag(solve(V) %*% solve(V)))
  mse <- ifelse(has, gamma * D + (1 - gamma)^2 * around + 2 * D^2 / (A + D)^3 * var.A, A + around)
  list(name = name, y = y, D = D, X = X, A = A, beta = beta, estimate = theta, gamma = gamma, mse = mse)
}

set.seed(808)
made <- function(m, p, A, shape, missing = integer()) {
  X <- cbind(1, matrix(rnorm(m * (p - 1)), m, p - 1))
  D <- rgamma(m, shape, shape) * 0.2 + 0.01
  y <- drop(X %*% seq(6, by = -0.7, length.out = p)) + rnorm(m, 0, sqrt(A)) + rnorm(m, 0, sqrt(D))
  y[missing] <- NA
  list(y = round(y, 6), D = round(D, 6), X = round(X, 6))
}
with.data <- function(name, d) fit(name, d$y, d$D, d$X)
cases <- list(
  with.data("plain", made(30, 3, 0.15, 2)),
  with.data("intercept alone", made(15, 1, 0.3, 4)),
  with.data("few areas, unequal variances", made(8, 2, 0.4, 0.4)),
  with.data("areas without an answer", made(40, 4, 0.1, 1, c(3, 17, 18, 40))),
  with.data("nothing between areas", made(25, 3, 0, 3)),
  with.data("much between areas", made(20, 2, 30, 2))
)
numbers <- function(x) paste0("[", paste(ifelse(is.na(x), "null", sprintf("%.15g", x)), collapse = ", "), "]")
json <- function(x) paste0(
  '    { "name": "', x$name, '", "direct": ', numbers(x$y), ', "variance": ', numbers(x$D), ',\n      "covariates": [',
  paste(apply(x$X, 2, numbers), collapse = ",\n        "), '],\n      "A": ', sprintf("%.15g", x$A), ', "beta": ', numbers(x$beta),
  ',\n      "estimate": ', numbers(x$estimate), ',\n      "gamma": ', numbers(x$gamma), ',\n      "mse": ', numbers(x$mse), " }"
)
writeLines(c(
  "{", paste0('  "madeBy": "fayHerriot.R, ', R.version.string, '",'), '  "cases": [', paste(sapply(cases, json), collapse = ",\n"), "  ]", "}"
), "fayHerriot.expected.json")
