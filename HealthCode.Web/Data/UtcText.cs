using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data;

/// <summary>A timestamp as ISO text in UTC: sortable, comparable in queries, readable in the file; read back in local office time.</summary>
public sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    moment => Of(moment),
    text => Read(text))
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>The stored text.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);

    /// <summary>The moment of a stored text, in local office time.</summary>
    public static DateTimeOffset Read(string text) =>
        Foundation.OfficeClock.AtOffice(DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
