using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using FsCheck;
using FsCheck.Fluent;

namespace HealthCode.Tests.Support;

/// <summary>A form of a page, or a link with a query: its target, and the fields it sends if nothing is changed.</summary>
/// <param name="Address">Path and query of the target.</param>
/// <param name="Posts">Whether it is posted; otherwise its fields go into the query.</param>
/// <param name="Fields">In document order.</param>
internal sealed record WebForm(string Address, bool Posts, IReadOnlyList<WebForm.Field> Fields)
{
    public const string Token = "__RequestVerificationToken";

    /// <summary>Texts that users, scanners and attackers may enter.</summary>
    private static readonly string[] Typed =
    [
        "", " ", "马德山", "欧阳·𠮷", "640104194802290010", "64010419480229001X", "20200305", "2020-3-5", "3.5", "9999-12-31", "99991231", "0001-01-01", "36.5", "365",
        "0", "1", "-1", "2147483648", "9223372036854775807", "1e400", "NaN", "１２", "true", "False", "on", "[0]", "a\u0000b", "\uD83D\uDE37", "\uFFFD\u200B", "😷😷",
        "' OR 1=1 --", "<b>", "../../etc/passwd", "13900000000", new('长', 3000),
    ];

    /// <summary>Target and field names without values, to recognize the same form on different pages.</summary>
    public string Shape => $"{(Posts ? "POST" : "GET")} {Address.Split('?')[0]}?{string.Join('&', Queried.Concat(Fields.Select(each => each.Name)).Where(name => name != Token).Distinct().Order(StringComparer.Ordinal))}";

    /// <summary>Generates field sets to send: each field kept, changed, emptied, omitted or doubled, in any order; the token stays.</summary>
    public Gen<List<KeyValuePair<string, string>>> Cases
    {
        get
        {
            var loose = Fields.Where(each => each.Name != Token).ToList();
            var token = Fields.Where(each => each.Name == Token).Take(1).Select(each => new KeyValuePair<string, string>(each.Name, each.Value));
            return
                from changed in loose.Select(Sent).Aggregate(
                    Gen.Constant(Enumerable.Empty<List<KeyValuePair<string, string>>>()), (all, one) => from before in all from next in one select before.Append(next))
                from order in Gen.Shuffle(Enumerable.Range(0, loose.Count).ToArray())
                from reordered in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
                let sent = changed.ToList()
                let rows = reordered ? order.Select(at => sent[at]) : sent
                select token.Concat(rows.SelectMany(fields => fields)).ToList();
        }
    }

    private IEnumerable<string> Queried => Address.Contains('?', StringComparison.Ordinal)
        ? Address[(Address.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&').Select(pair => pair.StartsWith("handler=", StringComparison.Ordinal) ? pair : pair.Split('=')[0])
        : [];

    /// <summary>All forms of a page, once for each button with another target, and all links with a query.</summary>
    public static IEnumerable<WebForm> Of(OfficeBrowser browser)
    {
        foreach (var form in browser.Page.QuerySelectorAll<IHtmlFormElement>("form"))
        {
            IEnumerable<IElement> outside = form.Id is { Length: > 0 } ? browser.Page.QuerySelectorAll($"[form='{form.Id}']") : [];
            var fields = form.Elements.Concat(outside).Distinct().Where(element => element.GetAttribute("name") is { Length: > 0 } && element.GetAttribute("type") is not ("file" or "submit"))
                .GroupBy(element => element.GetAttribute("name")!).Select(Field.Of).ToList();
            var targets = form.QuerySelectorAll("button[formaction]").Select(button => button.GetAttribute("formaction")!)
                .Append(form.GetAttribute("action") is { Length: > 0 } action ? action : browser.Address);
            foreach (var target in targets.Distinct())
            {
                yield return new(target, form.Method == "post", fields);
            }
        }

        foreach (var link in browser.Page.QuerySelectorAll("a[href*='?']").Select(link => link.GetAttribute("href")!).Where(link => link.StartsWith('/')))
        {
            var parts = link.Split('#')[0].Split('?');
            yield return new(parts[0], false, [.. parts[1].Split('&').Select(pair => pair.Split('=')).Where(pair => pair.Length == 2)
                .DistinctBy(pair => pair[0]).Select(pair => new Field(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]), [], pair[0] != "handler", false))]);
        }
    }

    private static Gen<List<KeyValuePair<string, string>>> Sent(Field field)
    {
        KeyValuePair<string, string> With(string value) => new(field.Name, value);
        List<KeyValuePair<string, string>> kept = field.IsSent ? [With(field.Value)] : [];
        var chosen = (field.Options.Count > 0 ? Gen.Elements<string>([.. field.Options]) : Gen.Elements(Typed)).Select(value => new List<KeyValuePair<string, string>> { With(value) });
        return Gen.Frequency(
            (4, Gen.Constant(kept)),
            (4, chosen),
            (2, Gen.Elements(Typed).Select(value => new List<KeyValuePair<string, string>> { With(value) })),
            (2, Gen.Constant(new List<KeyValuePair<string, string>>())),
            (1, from one in Gen.Elements(Typed) from other in Gen.Elements(Typed) select new List<KeyValuePair<string, string>> { With(one), With(other) }),
            (1, from at in Gen.Elements("[9]", "[0]", ".index", "[-1]", "[2147483647].Address", "[a]") select new List<KeyValuePair<string, string>> { new(field.Name.Split('[')[0] + at, "1") }));
    }

    /// <param name="Name">The name that is sent.</param>
    /// <param name="Value">The current value.</param>
    /// <param name="Options">The values to choose from; empty for a text field.</param>
    /// <param name="IsSent">Whether it is sent if nothing is changed; false e.g. for a radio group without a choice.</param>
    /// <param name="IsTyped">Whether it is a visible text field.</param>
    internal sealed record Field(string Name, string Value, IReadOnlyList<string> Options, bool IsSent, bool IsTyped)
    {
        public static Field Of(IGrouping<string, IElement> elements)
        {
            string[] options = [.. elements.SelectMany(Values).Distinct()];
            return elements.First() switch
            {
                IHtmlInputElement { Type: "radio" or "checkbox" } => new(elements.Key, elements.OfType<IHtmlInputElement>().FirstOrDefault(tick => tick.IsChecked)?.Value ?? "", options,
                    elements.OfType<IHtmlInputElement>().Any(tick => tick.IsChecked), false),
                IHtmlSelectElement list => new(elements.Key, list.Value ?? "", options, true, false),
                IHtmlTextAreaElement area => new(elements.Key, area.Value, [], true, true),
                IHtmlInputElement box => new(elements.Key, box.Value, [], true, box.Type is "text" or "search" or "tel"),
                var other => new(elements.Key, other.GetAttribute("value") ?? "", [], true, false),
            };
        }

        private static IEnumerable<string> Values(IElement element) => element switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox" } tick => [tick.Value],
            IHtmlSelectElement list => list.Options.Select(option => option.Value),
            _ => [],
        };
    }
}
