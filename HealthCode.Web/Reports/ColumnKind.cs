namespace HealthCode.Web.Reports;

/// <summary>What the cells of a column hold.</summary>
public enum ColumnKind
{
    /// <summary><see cref="string"/>.</summary>
    Text = 1,

    /// <summary><see cref="int"/>, or a <see cref="Formula"/>.</summary>
    Whole = 2,

    /// <summary><see cref="decimal"/>, or a <see cref="Formula"/>.</summary>
    Tenths = 3,

    /// <summary><see cref="DateOnly"/>.</summary>
    Day = 4,

    /// <summary><see cref="DateTimeOffset"/>.</summary>
    Moment = 5,
}
