timeout: failed to run command ‘./j’: No such file or directory
