"""The library as a Conan 2 package, made of the tree that this file lies in: `conan create tools/packaging/conan`."""

import os
import re

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir
from conan.tools.scm import Version

# As core/compiler.cmake has it: here it is known before anything is built.
OLDEST = {"gcc": "11", "clang": "15", "apple-clang": "15"}


class Asyncio(ConanFile):
    name = "asyncio-cpp"
    description = "Python's asyncio for C++20 coroutines"
    license = "MIT"
    topics = ("asyncio", "coroutines", "event-loop", "networking")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "with_tls": [True, False]}
    default_options = {"shared": False, "fPIC": True, "with_tls": False}
    implements = ["auto_shared_fpic"]

    @property
    def _tree(self):
        return os.path.join(self.recipe_folder, os.pardir, os.pardir, os.pardir)

    def set_version(self):
        text = load(self, os.path.join(self._tree, "CMakeLists.txt"))
        self.version = re.search(r"project\(asyncio VERSION ([\d.]+)", text).group(1)

    def export_sources(self):
        for pattern in "CMakeLists.txt", "LICENSE", "core/*":
            copy(self, pattern, src=self._tree, dst=self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        if self.options.with_tls:
            self.requires("openssl/[>=3 <4]")

    def validate(self):
        check_min_cppstd(self, 20)
        if self.settings.os == "Windows":
            raise ConanInvalidConfiguration("asyncio runs on Linux and other systems of POSIX")
        compiler = str(self.settings.compiler)
        oldest = OLDEST.get(compiler)
        if oldest and Version(self.settings.compiler.version) < oldest:
            raise ConanInvalidConfiguration(f"asyncio needs {compiler} {oldest} or newer")

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["ASYNCIO_WITH_TLS"] = bool(self.options.with_tls)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        copy(self, "LICENSE", src=self.source_folder, dst=os.path.join(self.package_folder, "licenses"))
        # Conan writes these itself, from what package_info() says.
        for folder in "lib/cmake", "lib/pkgconfig", "share":
            rmdir(self, os.path.join(self.package_folder, folder))

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "asyncio")
        library = self.cpp_info.components["asyncio"]
        library.set_property("cmake_target_name", "asyncio::asyncio")
        library.set_property("pkg_config_name", "asyncio")
        library.libs = ["asyncio"]
        if self.settings.os in ("Linux", "FreeBSD"):
            library.system_libs = ["pthread"]
        if self.options.with_tls:
            tls = self.cpp_info.components["tls"]
            tls.set_property("cmake_target_name", "asyncio::tls")
            tls.set_property("pkg_config_name", "asyncio-tls")
            tls.libs = ["asyncio_tls"]
            tls.requires = ["asyncio", "openssl::ssl", "openssl::crypto"]
