# The peer of means by service: R's survey. Rscript meansByService.R FOLDER ROWS
# Reads scores.bin (bytes, 36 columns one after the other), service.bin and stratum.bin (bytes), person.bin (integers) and weights.bin
# (doubles) of the folder; writes estimates.csv there and prints the seconds of svyby() alone, on a design in memory.
suppressPackageStartupMessages(library(survey))
folder <- commandArgs(TRUE)[1]
rows <- as.integer(commandArgs(TRUE)[2])
bytes <- function(name, n) readBin(file.path(folder, name), "integer", n, size = 1, signed = FALSE)
scores <- matrix(as.numeric(bytes("scores.bin", rows * 36)), nrow = rows)
colnames(scores) <- paste0("s", 1:36)
data <- data.frame(scores, service = bytes("service.bin", rows), stratum = bytes("stratum.bin", rows),
                   person = readBin(file.path(folder, "person.bin"), "integer", rows),
                   weight = readBin(file.path(folder, "weights.bin"), "double", rows))
rm(scores)
design <- svydesign(ids = ~person, strata = ~stratum, weights = ~weight, data = data)
started <- proc.time()[["elapsed"]]
means <- svyby(reformulate(paste0("s", 1:36)), ~service, design, svymean)
seconds <- proc.time()[["elapsed"]] - started
out <- data.frame(service = rep(means$service, 36), score = rep(1:36, each = nrow(means)),
                  mean = unlist(coef(means)), se = unlist(SE(means)))
write.csv(out, file.path(folder, "estimates.csv"), row.names = FALSE)
cat(seconds)
