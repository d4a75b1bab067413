using HealthCode.Domain.Passes;

namespace HealthCode.Tests.Support;

/// <summary>Scanned or typed texts and what is found in them; the same vectors test the server and the script.</summary>
public static class ScanVectors
{
    /// <summary>The code of a card, signed with the published key.</summary>
    public static string Code { get; } = Signed(123);

    public static string Number { get; } = PublishedVector.Token().Number.Value;

    public static IReadOnlyList<(string Text, ScannedKind Kind, string? Found)> All { get; } =
    [
        // Complete codes and numbers, with various surroundings.
        .. Whole(Code, ScannedKind.Token), .. Whole(Number, ScannedKind.Number),
        (Code + Code, ScannedKind.Token, Code),
        ("7" + Code, ScannedKind.Token, Code),
        (Code + "20200305", ScannedKind.Token, Code),
        ("扫码：" + Code, ScannedKind.Token, Code),
        (Code[..60] + Code, ScannedKind.Token, Code),
        ("卡号 6" + Number[1..4] + "-" + Number[4..], ScannedKind.Number, Number),
        // Incomplete ones.
        .. Enumerable.Range(4, 121).Select(length => (Code[..length], ScannedKind.Part, (string?)Code[..length])),
        .. Enumerable.Range(1, 121).Select(from => (Code[from..], ScannedKind.Part, (string?)Code[from..])),
        (Code[..40] + Code[41..], ScannedKind.Part, null),
        ("]Q1" + Code[..^1], ScannedKind.Part, Code[..^1]),
        ("Q1" + Code[..^1], ScannedKind.Part, null),
        ("Q1" + Code[..^2], ScannedKind.Part, null),
        ("\"]Q1" + Code[..80] + "\"", ScannedKind.Part, Code[..80]),
        (Code[..60] + "?", ScannedKind.Part, Code[..60]),
        (Code + Signed(124), ScannedKind.Part, null),
        (Number[..^1], ScannedKind.Part, Number[..^1]),
        (Number + "1", ScannedKind.Part, Number + "1"),
        (Number[..18] + (Number[18] == '9' ? '0' : '9') + Number[19], ScannedKind.Part, null),
        ("6401", ScannedKind.Part, "6401"), ("6", ScannedKind.Part, "6"), ("6401 0400", ScannedKind.Part, "64010400"),
        ("640104200002291232", ScannedKind.Part, "640104200002291232"),
        // Something else.
        ("HTTPS-SOMETHING-ELSE", ScannedKind.Other, null), ("https://example.invalid/?q=1", ScannedKind.Other, null), ("不是卡号", ScannedKind.Other, ""),
        ("HC1:NCFOXN%TS3DH3ZSUZK", ScannedKind.Other, null), (new('0', 125), ScannedKind.Other, null), (new('Z', 140), ScannedKind.Other, null),
        (new('A', 401), ScannedKind.Other, ""), ("😀😀😀", ScannedKind.Other, ""), ("\u0001\u001b[2J\u007f\u200e", ScannedKind.Other, "2J"),
        (string.Concat(Number.Select(c => c == '1' ? '①' : c)), ScannedKind.Other, null),
        ("", ScannedKind.Nothing, ""), (" \t\r\n\u3000\u200b", ScannedKind.Nothing, ""),
    ];

    private static IEnumerable<(string, ScannedKind, string?)> Whole(string code, ScannedKind kind) =>
        ((string[])
        [
            code, code.ToLowerInvariant(), "]Q1" + code, "]q3" + code.ToLowerInvariant(), "】Q1" + code, "］Ｑ１" + code, "Q1" + code, "\"" + code + "\"", "'" + code + "'", "“" + code + "”",
            " " + code + " ", "\u3000" + code, code + "\r\n", "\u0002" + code + "\u0003", "\uFEFF" + code, "\"]Q1" + code + "\"\n", "]Q1\"" + code + "\"", "?" + code, "=\"" + code + "\"",
            code[..7] + " " + code[7..13] + "\t" + code[13..], string.Concat(code.Select(c => (char)(c + 0xFEE0))),
        ]).Select(text => (text, kind, (string?)code));

    private static string Signed(int sequence)
    {
        using var key = PublishedVector.Key();
        return key.Sign(PublishedVector.Token(sequence));
    }
}
