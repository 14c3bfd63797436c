# wfref.R: the reference workload of test/prospects.h as somebody would write it in R: all replications of a month at
# once, as vectors. Prints seconds of the processor, and the month-60 mean that must be 282.87.
N <- 300L; T <- 60L; R <- 1000L
year <- c(.14, .20, .16, .13, .10); by_grade <- c(.60, 1.10, .90, .70)
tenures <- 0:120
band <- findInterval(tenures, c(12, 36, 60, 120)) + 1L
leave <- t(sapply(by_grade, function(m) 1 - (1 - year[band] * m)^(1 / 12)))
rise <- rbind(tenures >= 11, .008 * (tenures >= 24), .003 * (tenures >= 36), 0 * tenures)
i <- 0:(N - 1L); k <- i %% 20L
grade0 <- ifelse(k < 2, 1L, ifelse(k < 11, 2L, ifelse(k < 17, 3L, 4L)))
tenure0 <- pmin(ifelse(grade0 == 1L, (7L * i) %% 12L, (37L * i) %% 144L), 120L)

run <- function(seed) {
  set.seed(seed)
  grade <- rep(grade0, R); tenure <- rep(tenure0, R)
  filled <- matrix(N, T + 1L, R)
  for (t in 1:T) {
    vacant <- grade == 0L
    u <- runif(N * R); v <- runif(N * R)
    cell <- pmax(grade, 1L) + 4L * tenure
    leaves <- !vacant & u < leave[cell]
    rises <- !vacant & !leaves & v < rise[cell]
    joins <- which(vacant & u < .20)
    grade[rises] <- grade[rises] + 1L
    tenure <- pmin(tenure + 1L, 120L)
    grade[leaves] <- 0L
    grade[joins] <- findInterval(v[joins], c(.45, .85)) + 1L
    tenure[joins] <- 0L
    filled[t + 1L, ] <- colSums(matrix(grade > 0L, N, R))
  }
  quantiles <- apply(filled, 1, quantile, c(.05, .25, .5, .75, .95), type = 1)
  list(mean = rowMeans(filled), sd = apply(filled, 1, sd), quantiles = quantiles)
}
best <- Inf
for (seed in 1:3) {
  taken <- system.time(result <- run(seed))
  best <- min(best, taken[["user.self"]] + taken[["sys.self"]])
}
cat(sprintf("%.4f s (%.2f)\n", best, result$mean[T + 1L]))
