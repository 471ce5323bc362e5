"""Times: Arabic time expressions and the day intervals they mean (codebook, `when`)."""
