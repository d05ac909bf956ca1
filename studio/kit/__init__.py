"""The shared palette and tools: import from here, `from studio.kit import ridge, draw_ridge, mist`."""

from studio.kit.city import Spot, city, eaves, lantern, lanterns, stilt_house, tower
from studio.kit.colour import (
    AZURE,
    CHILLI,
    GOLD,
    HEIGHT,
    INK,
    JADE,
    LAMP,
    TEAL,
    VERMILION,
    VIOLET,
    WARM,
    WIDTH,
    Air,
    Shade,
    blend,
    colour,
    ease,
    mix,
    noise_field,
    noise_line,
    rng,
    wave,
)
from studio.kit.crossings import Bridge, cable_car, suspension_bridge, traffic
from studio.kit.land import Ridge, birds, draw_ridge, headland, karst, ridge, ridge_xs, tree, trees
from studio.kit.layers import FRAME, forget, kept_image, layer, tinted
from studio.kit.light import PLUS, SCREEN, clouds, glow, lamp, mist, rays, rings, sky, stars, steam, sun, twinkle
from studio.kit.outputs import Film, Paint, Sound, Still
from studio.kit.people import person
from studio.kit.slopes import bank_reflection, forest, terraced_city
from studio.kit.water import bank_rect, glitter, mirrored, ripples, sampan, streak, wake, water

__all__ = [
    "AZURE", "CHILLI", "FRAME", "GOLD", "HEIGHT", "INK", "JADE", "LAMP", "PLUS", "SCREEN", "TEAL", "VERMILION",
    "VIOLET", "WARM", "WIDTH", "Air", "Bridge", "Film", "Paint", "Ridge", "Shade", "Sound", "Spot", "Still",
    "bank_rect", "bank_reflection", "birds", "blend", "cable_car", "city", "clouds", "colour", "draw_ridge", "ease",
    "eaves", "forest", "forget", "glitter", "glow", "headland", "karst", "kept_image", "lamp", "lantern", "lanterns",
    "layer", "mirrored", "mist", "mix", "noise_field", "noise_line", "person", "rays", "ridge", "ridge_xs", "rings",
    "ripples", "rng", "sampan", "sky", "stars", "steam", "stilt_house", "streak", "sun", "suspension_bridge",
    "terraced_city", "tinted", "tower", "traffic", "tree", "trees", "twinkle", "wake", "water", "wave",
]  # fmt: skip
