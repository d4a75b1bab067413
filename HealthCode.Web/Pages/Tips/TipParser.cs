using HealthCode.Domain.Rules;
using HealthCode.Domain.Tips;
using HealthCode.Web.Fields;
using HealthCode.Web.Pages.Shared;

namespace HealthCode.Web.Pages.Tips;

/// <summary>Parses a typed tip and collects the errors by the name of the input.</summary>
public sealed class TipParser
{
    private readonly FieldFaults<string> _faults = [];

    private TipParser(TipInput input, DateOnly today)
    {
        var fields = new FieldParser<string>(_faults, today);
        Content = new(
            input.Kind, input.Topic ?? "", input.Condition ?? "", fields.Name(nameof(input.Suspect), input.Suspect), LineAttribute.Clean(input.Place), LineAttribute.Clean(input.Description));
        Reporter = new(fields.Name(nameof(input.ReporterName), input.ReporterName), fields.Phone(nameof(input.ReporterPhone), input.ReporterPhone));
    }

    /// <summary>What was told; incomplete where something could not be read.</summary>
    public TipContent Content { get; }

    /// <summary>Who told it.</summary>
    public TipReporter Reporter { get; }

    /// <summary>The errors by the name of the input.</summary>
    public IEnumerable<(string Field, string Sentence)> Faults => _faults.Select(fault => (fault.Field ?? "", fault.Sentence));

    /// <summary>Reads a form.</summary>
    public static TipParser Of(TipInput input, DateOnly today) => new(input, today);

    /// <summary>A tip as the form shows it, without its reporter.</summary>
    public static TipInput ToInput(Tip tip) => new()
    {
        Kind = tip.Kind, Topic = tip.Topic, Condition = tip.Condition, Suspect = tip.Suspect?.Value, Place = tip.Place, Description = tip.Description,
    };

    /// <summary>线索、监督举报.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<TipKind>(kind => kind.ChineseName());

    /// <summary>The four conditions.</summary>
    public static IReadOnlyList<Choice> ConditionsOf(TipTerms terms) => [.. terms.Conditions.Select(condition => new Choice(condition.Code, condition.Text))];
}
