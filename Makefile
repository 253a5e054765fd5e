# Two targets do all set-up: `make run` and `make test`. Both install the Debian packages they need.

SWIFT ?= swift
CONFIGURATION ?= debug
PROGRAMME ?= km
DATABASE ?= memberlane.sqlite
LISTEN ?= 127.0.0.1:8484

RUN_PACKAGES := pkg-config libusb-1.0-0-dev libpango1.0-dev librsvg2-dev libzint-dev libsqlite3-dev zlib1g-dev libjemalloc-dev fonts-noto-core fonts-noto-cjk
TEST_PACKAGES := $(RUN_PACKAGES) umockdev libumockdev-dev python3-venv curl chromium chromium-driver poppler-utils \
	tesseract-ocr tesseract-ocr-rus tesseract-ocr-chi-sim tesseract-ocr-fas
KERNEL_PACKAGES := qemu-system-x86 busybox-static cpio kmod udev
# What is built for speed is optimised across its modules, of which there are many small ones.
RELEASE := --configuration release -Xswiftc -cross-module-optimization
BUILD = $(if $(filter release,$(CONFIGURATION)),$(RELEASE),--configuration $(CONFIGURATION))
# The packages beside this one are built where it was: what they share is there already. Without the flag their targets are looked for in its plan.
EMULATED := --package-path Tests/EmulatedKernel --scratch-path .build --disable-build-manifest-caching
VENV := .build/decoders
PYTHON := $(VENV)/bin/python

export MEMBERLANE_PYTHON := $(abspath $(PYTHON))

.PHONY: run test test-swift test-histories test-kernel-emulation test-kernel test-asan test-pages test-dialects test-api lint fuzz bench pages tour faces contact-sheet \
	clean

run:
	@.ci/packages $(RUN_PACKAGES)
	$(SWIFT) build $(BUILD) --product memberlane
	@exec $$($(SWIFT) build --configuration $(CONFIGURATION) --show-bin-path)/memberlane serve \
		--programme $(PROGRAMME) --database $(DATABASE) --listen $(LISTEN) $(if $(SETTINGS),--settings $(SETTINGS))

test: lint test-swift test-pages test-dialects test-api test-histories test-asan test-kernel test-kernel-emulation

lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

test-swift: $(PYTHON)
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build --build-tests
	@SWIFT=$(SWIFT) .ci/swift-tests

# The ledger's promises on random histories, with optimisation: a hundred thousand of them take too long without.
test-histories:
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build $(RELEASE) --product histories
	$$($(SWIFT) build --configuration release --show-bin-path)/histories 100000

# The bus's rules on unmodified libusb, over an emulated kernel; a package of its own.
test-kernel-emulation:
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build --build-tests $(EMULATED)
	.ci/as-ordinary-user $$($(SWIFT) build $(EMULATED) --show-bin-path)/EmulatedKernelPackageTests.xctest --testing-library swift-testing

# What handles foreign bytes and C's memory, with the address sanitizer. The card decoders' mutated inputs take minutes so; `make fuzz` has them.
SANITIZED := EmulatedKernelTests PrinterFormatsTests USBContractTests USBTransportTests VirtualDevicesTests

test-asan:
	@.ci/packages $(TEST_PACKAGES)
	@mkdir -p .build/sanitized && ln -sfn ../../Sources .build/sanitized/Sources && ln -sfn ../../Tests .build/sanitized/Tests
	@cp Tests/Sanitized/Package.swift .build/sanitized/
	$(SWIFT) build --build-tests --sanitize=address --package-path .build/sanitized
	@LSAN_OPTIONS=suppressions=$(abspath Tests/Sanitized/leaks.supp):print_suppressions=0 \
		.ci/swift-tests $$($(SWIFT) build --package-path .build/sanitized --show-bin-path)/SanitizedPackageTests.xctest $(SANITIZED)

# The bus's rules, the drivers and the product on a real kernel's USB, in an emulated computer; a package of its own.
test-kernel:
	@.ci/packages $(TEST_PACKAGES) $(KERNEL_PACKAGES)
	$(SWIFT) build --product memberlane
	@SWIFT=$(SWIFT) .ci/test-kernel $$($(SWIFT) build --show-bin-path)/memberlane

# The pages in a real browser, against the running service; as many suites at once as there are cores.
test-pages: $(PYTHON)
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build --product memberlane
	$(PYTHON) Tests/Pages/run.py $$($(SWIFT) build --show-bin-path)/memberlane artefacts

# Other makers' tills against the running service: Square's own program, and calls as Odoo's front end makes them.
test-dialects: $(PYTHON)
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build --product memberlane
	$(PYTHON) Tests/Dialects/run.py $$($(SWIFT) build --show-bin-path)/memberlane

# The API as the outside meets it: the till programmer's ten lines, its description held against it in every role, and callers who mean harm.
test-api: $(PYTHON)
	@.ci/packages $(TEST_PACKAGES)
	$(SWIFT) build --product memberlane
	$(PYTHON) Tests/API/run.py $$($(SWIFT) build --show-bin-path)/memberlane

# The tour's pictures, taken from what the page tests saw.
tour: $(PYTHON)
	$(PYTHON) Tests/Pages/tour.py artefacts Sources/LoyaltyService/Documentation.docc/Resources

# libFuzzer on the decoders, a minute each, from the inputs of Tests/Corpora on; `make fuzz FUZZ_SECONDS=600` for longer.
FUZZ_SECONDS ?= 60
fuzz:
	@.ci/packages $(RUN_PACKAGES) xxd
	SWIFT=$(SWIFT) .ci/fuzz $(FUZZ_SECONDS)

# Ratios measured side by side in one run.
bench: $(PYTHON)
	@.ci/packages $(TEST_PACKAGES) wrk
	$(SWIFT) build $(RELEASE) --product memberlane
	$(SWIFT) build $(RELEASE) --product yardsticks
	$(SWIFT) build $(RELEASE) $(EMULATED) --product busyardsticks
	@bin=$$($(SWIFT) build --configuration release --show-bin-path) && \
		$(PYTHON) Tests/Bench/bench.py $$bin/memberlane $$bin/yardsticks $$bin/busyardsticks

$(PYTHON): Tests/Decoders/requirements.txt Tests/Pages/requirements.txt Tests/Dialects/requirements.txt \
		Tests/API/requirements.txt
	@.ci/packages $(TEST_PACKAGES)
	python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check -r Tests/Decoders/requirements.txt -r Tests/Pages/requirements.txt \
		-r Tests/Dialects/requirements.txt -r Tests/API/requirements.txt
	@touch $(PYTHON)

# What is made from the sources and kept: the page of rules, the udev rules, the README's tables of devices.
pages:
	$(SWIFT) build --build-tests
	@bundle=$$($(SWIFT) build --show-bin-path)/MemberLanePackageTests.xctest && \
		MEMBERLANE_WRITE_PAGES=1 $$bundle --testing-library swift-testing --filter '^(HouseTests|DeviceSheetsTests)\.' >/dev/null; \
		git diff --stat -- Tests/Rules.md README.md udev

# The shipped faces, made anew by the script that drew them.
faces:
	python3 -B Sources/CardArtwork/Engraving/engrave.py Sources/CardArtwork/Faces

# Every club's every card on one sheet, to be looked at.
contact-sheet:
	@.ci/packages $(RUN_PACKAGES)
	$(SWIFT) build $(BUILD) --product memberlane
	@mkdir -p artefacts
	$$($(SWIFT) build --configuration $(CONFIGURATION) --show-bin-path)/memberlane face sheet -o artefacts/contact-sheet.png

clean:
	$(SWIFT) package clean
