"""Chromium without a window, and what a person does with a page: looks, types, presses. Every wait is for something to show."""

import contextlib
import os

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from service import PIN

PATIENCE = 30


class Browser:
    def __init__(self, service, artefacts):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-device-scale-factor=1"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
        # The page itself is 1024 × 768, whatever the window's frame takes.
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {"width": 1024, "height": 768, "deviceScaleFactor": 1, "mobile": False})
        self.service = service
        self.root = service.root
        # As whom pages are opened; None for nobody.
        self.role = "manager"
        self.signed_in = None
        self.artefacts = artefacts
        os.makedirs(artefacts, exist_ok=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.driver.quit()

    def open(self, path, language):
        """Opens a page as who is to be signed in, and waits until it hears the service."""
        self.sign_in(self.role)
        self.driver.get(f"{self.root}{path}?language={language}")
        self.see("#link.link-good")

    def visit(self, path):
        """Goes to an address, whoever is signed in and whatever comes of it."""
        self.driver.get(self.root + path)

    def sign_in(self, role):
        """Signs in by PIN as a person of that role, or pairs the kiosk, unless they are already."""
        if role == self.signed_in:
            return
        self.forget()
        if role == "kiosk":
            self.visit("/kiosk/pair")
            self.type("input[name=token]", self.service.kiosk_token)
            self.keys(Keys.ENTER)
            self.until("the kiosk was never paired", lambda: "/kiosk/pair" not in self.driver.current_url)
        elif role:
            self.visit(f"/sign-in?next=/devices&who={self.service.access[role]}")
            self.type("#pin", PIN)
            self.keys(Keys.ENTER)
            self.until(f"the {role} never got in", lambda: "/sign-in" not in self.driver.current_url)
        self.signed_in = role

    def forget(self):
        """Throws the session away, as a browser does that is closed."""
        self.driver.delete_all_cookies()
        self.signed_in = None

    @contextlib.contextmanager
    def as_role(self, role):
        """Opens pages as somebody else for a while."""
        before, self.role = self.role, role
        try:
            yield
        finally:
            self.role = before

    def find(self, css):
        return self.driver.find_elements(By.CSS_SELECTOR, css)

    def until(self, what, condition):
        return WebDriverWait(self.driver, PATIENCE, poll_frequency=0.02, ignored_exceptions=(Exception,)).until(lambda _: condition(), what)

    def see(self, css, text=None):
        """Waits until it shows, with the text in it."""
        def shows():
            return next((one for one in self.find(css) if one.is_displayed() and (text is None or text in one.text)), None)

        return self.until(f"{css} with “{text}” never showed", shows)

    def gone(self, css):
        self.until(f"{css} never went", lambda: not any(one.is_displayed() for one in self.find(css)))

    def press(self, css, text=None):
        def pressed():
            self.see(css, text).click()
            return True

        self.until(f"{css} could not be pressed", pressed)

    def type(self, css, text):
        field = self.see(css)
        field.clear()
        field.send_keys(text)

    def keys(self, *keys):
        """Keys to whatever has the focus."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def screenshot(self, name):
        self.driver.execute_async_script("const done = arguments[0]; document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(done)))")
        self.driver.save_screenshot(os.path.join(self.artefacts, name + ".png"))

    def was_cut_off(self):
        """The service was away: the page may have complained of that, and of nothing else."""
        others = [complaint for complaint in self.complaints() if "net::ERR_" not in complaint]
        assert not others, others

    def complaints(self):
        """What the page's scripts complained of, other than answers that say no."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE" and "status of 4" not in entry["message"] and "status of 5" not in entry["message"]]


__all__ = ["Browser", "Keys"]
