using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data;

/// <summary>A moment as ISO text in UTC: sorts as text, compares in a query, can be read in the file; comes back as the office's clock showed it.</summary>
public sealed class UtcText() : ValueConverter<DateTimeOffset, string>(
    moment => Of(moment),
    text => Foundation.OfficeClock.AtOffice(DateTimeOffset.ParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    /// <summary>As it lies in the file.</summary>
    public static string Of(DateTimeOffset moment) => moment.UtcDateTime.ToString(Pattern, CultureInfo.InvariantCulture);
}
