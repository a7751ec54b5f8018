"""What is known of installed packages: a converted program has none."""


class PackageNotFoundError(ModuleNotFoundError):
    """There is no such package."""

    @property
    def name(self):
        (name,) = self.args
        return name

    def __str__(self):
        return f"No package metadata was found for {self.name}"


def version(distribution_name):
    raise PackageNotFoundError(distribution_name)


metadata = version
distribution = version
